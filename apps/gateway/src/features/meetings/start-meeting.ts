import type { Viewer } from '@camau/domain'
import type { MeetingNeeds } from './change-meeting.js'
import type { MeetingInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'
import { stepMeeting } from './step-meeting.js'

/** The chair opens it. */
export function startMeeting(needs: MeetingNeeds, viewer: Viewer, input: MeetingInput): Promise<StoredMeeting> {
  return stepMeeting(needs, viewer, 'startMeeting', 'start', input)
}
