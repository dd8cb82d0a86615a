import type { ReactNode } from 'react'
import { Content, EnglishContent } from '../../platform/content'
import { formatTime, useDates } from '../../platform/dates'
import { aboutBody, shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import type { AgreedMeeting } from './agreed-minutes'
import { words } from './words'

/** What every set of minutes says first: whose, when, where, who was there, who agreed them. */
export function MinutesHead({ meeting }: { meeting: AgreedMeeting }) {
  const said = useWords(words)
  const dates = useDates()
  const { body, title, place, startsAt, endsAt, startedAt, endedAt, agreedAt, agreedBy, circulatedBy } = meeting
  const about = aboutBody(body.name)
  const held = said.heldAt(
    dates.longDay(startedAt ?? startsAt),
    formatTime(startedAt ?? startsAt),
    formatTime(endedAt ?? endsAt),
  )
  return (
    <header>
      <p className="meta">
        {said.programme} {meeting.example && <ExampleMark />}
      </p>
      <h1>
        {said.minutesOf('')}
        <Content text={shortName(body.name)} />
      </h1>
      {about && (
        <p className="lead">
          <Content text={about} />
        </p>
      )}
      {title && (
        <p className="lead">
          <EnglishContent text={title} />
        </p>
      )}
      <dl className="facts">
        <Fact name={said.held}>
          {held}
          {place && (
            <>
              {' · '}
              <EnglishContent text={place} />
            </>
          )}
        </Fact>
        {meeting.chairs.length > 0 && (
          <Fact name={said.chairs}>
            {meeting.chairs.map(({ id, title, person }, at) => (
              <span key={id}>
                {at > 0 && '; '}
                <Content text={title} />
                {person && person.name !== title.en && `: ${person.name}`}
              </span>
            ))}
          </Fact>
        )}
        <Fact name={said.present}>
          {names(meeting, ['PRESENT'], (name) => name)
            .concat(names(meeting, ['ONLINE'], said.online))
            .join('; ') || said.notRecorded}
        </Fact>
        <Fact name={said.apologies}>
          {names(meeting, ['APOLOGIES'], (name) => name).join('; ') || said.notRecorded}
        </Fact>
        {agreedAt && agreedBy && (
          <Fact name={said.agreed}>
            {said.agreedBy(dates.day(agreedAt), agreedBy.name)} {circulatedBy && said.circulatedBy(circulatedBy.name)}
          </Fact>
        )}
      </dl>
    </header>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function names(
  { attendance }: AgreedMeeting,
  states: AgreedMeeting['attendance'][number]['state'][],
  write: (name: string) => string,
): string[] {
  return attendance.filter(({ state }) => states.includes(state)).map(({ person }) => write(person.name))
}
