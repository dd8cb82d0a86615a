import type { RunningMeeting } from './agenda-times'
import type { MeetingOnPage } from './meeting-on-page'

/** What the times of an agenda follow from. */
export function timesOf({
  startsAt,
  endsAt,
  startedAt,
  status,
  currentItemId,
  currentSince,
}: MeetingOnPage): RunningMeeting {
  return {
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    on: currentItemId && currentSince ? { itemId: currentItemId, since: new Date(currentSince) } : null,
    startedAt: startedAt ? new Date(startedAt) : null,
    running: status === 'IN_SESSION',
  }
}
