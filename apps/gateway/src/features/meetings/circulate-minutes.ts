import type { Viewer } from '@camau/domain'
import type { MeetingNeeds } from './change-meeting.js'
import type { KeepMinutesNeeds } from './keep-minutes.js'
import type { MeetingInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'
import { stepMeeting } from './step-meeting.js'
import { type TellExpectedNeeds, tellExpected } from './tell-expected.js'

/** The draft goes out for correction; from now on only those who prepare the meeting write in it. */
export function circulateMinutes(
  needs: MeetingNeeds & TellExpectedNeeds & KeepMinutesNeeds,
  viewer: Viewer,
  input: MeetingInput,
): Promise<StoredMeeting> {
  return stepMeeting(needs, viewer, 'circulateMinutes', 'circulate', input, async (tx, saved) => {
    await needs.keepMinutes(tx, saved.record.id, 'circulated')
    await tellExpected(needs, tx, saved, 'minutes')
  })
}
