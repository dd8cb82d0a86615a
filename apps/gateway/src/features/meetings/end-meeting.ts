import type { Viewer } from '@camau/domain'
import type { MeetingNeeds } from './change-meeting.js'
import type { KeepMinutesNeeds } from './keep-minutes.js'
import type { MeetingInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'
import { stepMeeting } from './step-meeting.js'

/** It is over; its minutes are a draft. */
export function endMeeting(
  needs: MeetingNeeds & KeepMinutesNeeds,
  viewer: Viewer,
  input: MeetingInput,
): Promise<StoredMeeting> {
  return stepMeeting(needs, viewer, 'endMeeting', 'end', input, (tx, { record }) =>
    needs.keepMinutes(tx, record.id, 'closed'),
  )
}
