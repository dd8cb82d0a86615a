import { type MeetingStatus, meetingStatuses } from '@camau/domain'
import { formatTime } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useWords } from '../../platform/words'
import { Status, type Tone } from '../../ui/status'
import type { MeetingRecordFragment } from './meetings.graphql'
import { words } from './words'

const tones: Record<MeetingStatus, Tone> = {
  planned: 'proposed',
  'in-session': 'moving',
  'minutes-draft': 'open',
  circulated: 'open',
  agreed: 'done',
  published: 'done',
  cancelled: 'proposed',
}

/** How far a meeting and its minutes have come; the five bars fill from planned to agreed. */
export function MeetingStatusMark({ status }: { status: MeetingRecordFragment['status'] }) {
  const said = useWords(words)
  const name = domainName(status)
  return (
    <Status tone={tones[name]} taken={stepsTaken(name)}>
      {said.status[name]}
    </Status>
  )
}

/** The same in the head of the meeting; while it runs, with the time it began. */
export function MeetingStatusPill({ meeting }: { meeting: MeetingRecordFragment }) {
  const said = useWords(words)
  const status = domainName(meeting.status)
  const running = status === 'in-session' && meeting.startedAt
  return (
    <span className={`pill s-${tones[status]} t-${tones[status]}`}>
      <Status tone={tones[status]} taken={stepsTaken(status)}>
        {running ? said.since(formatTime(running)) : said.status[status]}
      </Status>
    </span>
  )
}

function stepsTaken(status: MeetingStatus): number {
  // What stopped has one bar and its word.
  if (status === 'cancelled') return 1
  return Math.min(5, meetingStatuses.indexOf(status) + 1)
}
