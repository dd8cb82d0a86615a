import type { Viewer } from '@camau/domain'
import type { MeetingNeeds } from './change-meeting.js'
import type { MeetingInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.store.js'
import { stepMeeting } from './step-meeting.js'

/** Agreed minutes become public. */
export function publishMinutes(needs: MeetingNeeds, viewer: Viewer, input: MeetingInput): Promise<StoredMeeting> {
  return stepMeeting(needs, viewer, 'publishMinutes', 'publish', input)
}
