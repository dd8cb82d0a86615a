import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { formatTime, useDates } from '../../platform/dates'
import { aboutBody, shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import { MeetingStatusMark } from './meeting-status-mark'
import type { MeetingLineFragment } from './meetings.graphql'
import { words } from './words'

/** Meetings, one to a line: when, whose, where, how far. */
export function MeetingList({ meetings }: { meetings: readonly MeetingLineFragment[] }) {
  return (
    <ul className="list meeting-list">
      {meetings.map((meeting) => (
        <MeetingLine key={meeting.id} meeting={meeting} />
      ))}
    </ul>
  )
}

function MeetingLine({ meeting }: { meeting: MeetingLineFragment }) {
  const said = useWords(words)
  const dates = useDates()
  const { startsAt, endsAt, place, title, body, status, example } = meeting
  const about = aboutBody(body.name)
  return (
    <li>
      <div className="when">
        <b>{dates.longDay(startsAt)}</b>
        <span className="meta">{said.fromTo(formatTime(startsAt), formatTime(endsAt))}</span>
      </div>
      <div>
        <Link href={`/meetings/${meeting.id}`} className="title">
          <Content text={shortName(body.name)} />
        </Link>
        {example && <ExampleMark />}
        {about && (
          <p className="meta">
            <Content text={about} />
          </p>
        )}
        {title && (
          <p>
            <EnglishContent text={title} />
          </p>
        )}
        <p className="meta">{place ? <EnglishContent text={place} /> : said.placeNotStated}</p>
      </div>
      <MeetingStatusMark status={status} />
    </li>
  )
}
