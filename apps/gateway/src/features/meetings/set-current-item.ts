import { setCurrentItem as set, type Viewer, whyNotSetCurrentItem } from '@camau/domain'
import { changeMeeting, type MeetingNeeds } from './change-meeting.js'
import type { SetCurrentItemInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'

/** Which item is on, for everybody who follows the meeting. */
export function setCurrentItem(
  needs: MeetingNeeds,
  viewer: Viewer,
  input: SetCurrentItemInput,
): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'setCurrentItem', input, {
    whyNot: whyNotSetCurrentItem,
    change: (held, { at }) => set(viewer, held, input.itemId ?? null, at),
  })
}
