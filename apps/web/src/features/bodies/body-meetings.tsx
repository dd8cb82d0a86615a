import { Link } from 'wouter'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import type { BodyOfPage } from './body-head'
import { bodyWords } from './words'

const shown = 4

/** The next and the latest meetings. */
export function BodyMeetings({ body }: { body: BodyOfPage }) {
  const words = useWords(bodyWords)
  const dates = useDates()
  const meetings = [...body.meetings].sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1))
  return (
    <section>
      <h2>{words.meetings}</h2>
      {meetings.length === 0 && <p className="quiet">{words.noMeetings}</p>}
      <ul className="list">
        {meetings.slice(0, shown).map((meeting) => (
          <li key={meeting.id}>
            <Link href={`/meetings/${meeting.id}`}>{dates.longDay(meeting.startsAt)}</Link>
            {meeting.example && <ExampleMark />}
            <p className="meta">
              {[dates.time(meeting.startsAt), meeting.title, words.meetingStatus[domainName(meeting.status)]]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {meetings.length > shown && (
        <p>
          <Link href="/meetings">{words.allMeetings}</Link>
        </p>
      )}
    </section>
  )
}
