import { setUnfinished, type Viewer, whyNotSetUnfinished } from '@camau/domain'
import { changeMeeting, type MeetingNeeds } from './change-meeting.js'
import type { SetItemUnfinishedInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'

/** The item goes on at the next meeting of the body, or does not after all. */
export function setItemUnfinished(
  needs: MeetingNeeds,
  viewer: Viewer,
  input: SetItemUnfinishedInput,
): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'setItemUnfinished', input, {
    whyNot: whyNotSetUnfinished,
    change: (held) => setUnfinished(viewer, held, input.itemId, input.unfinished),
  })
}
