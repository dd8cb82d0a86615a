import { cancelMeeting as cancel, type Viewer, whyNotStep } from '@camau/domain'
import { changeMeeting, type MeetingNeeds } from './change-meeting.js'
import type { CancelMeetingInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'
import { type TellExpectedNeeds, tellExpected } from './tell-expected.js'

/** It will not take place; what it had taken up waits for the next one. */
export function cancelMeeting(
  needs: MeetingNeeds & TellExpectedNeeds,
  viewer: Viewer,
  input: CancelMeetingInput,
): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'cancelMeeting', input, {
    whyNot: (viewer, held) => whyNotStep(viewer, held, 'cancel'),
    change: (held, { at }) => cancel(viewer, held, input.reason, at),
    also: (tx, saved) => tellExpected(needs, tx, saved, 'meeting', input.reason.trim()),
  })
}
