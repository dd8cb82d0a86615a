import { postponeMeeting as postpone, type Viewer, whyNotStep } from '@camau/domain'
import { changeMeeting, type MeetingNeeds } from './change-meeting.js'
import { realTime } from './given-times.js'
import type { PostponeMeetingInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'
import { type TellExpectedNeeds, tellExpected } from './tell-expected.js'

/** To another time, earlier or later; the old one stays on record with the reason. */
export function postponeMeeting(
  needs: MeetingNeeds & TellExpectedNeeds,
  viewer: Viewer,
  input: PostponeMeetingInput,
): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'postponeMeeting', input, {
    whyNot: (viewer, held) => whyNotStep(viewer, held, 'postpone'),
    change(held, { at }) {
      const times = { startsAt: realTime(input.startsAt), endsAt: realTime(input.endsAt), reason: input.reason }
      return postpone(viewer, held, times, at)
    },
    also: (tx, saved) => tellExpected(needs, tx, saved, 'meeting', input.reason.trim()),
  })
}
