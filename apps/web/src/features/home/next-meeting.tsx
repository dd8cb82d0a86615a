import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { ExampleMark } from '../../ui/example-mark'
import { Apologies } from './apologies'
import type { HomeQuery } from './home.graphql'
import { homeWords } from './words'

type Meeting = HomeQuery['meetings'][number]

/** The next one on a body of one's own, or else the next of all. */
function nextOf(meetings: readonly Meeting[], bodies: readonly string[]): Meeting | undefined {
  const coming = [...meetings].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
  return coming.find(({ body }) => bodies.includes(body.id)) ?? coming[0]
}

export function NextMeeting({ meetings, bodies }: { meetings: readonly Meeting[]; bodies: readonly string[] }) {
  const words = useWords(homeWords)
  const dates = useDates()
  const meeting = nextOf(meetings, bodies)
  if (!meeting) {
    return (
      <section className="next">
        <h2>{words.noMeeting}</h2>
      </section>
    )
  }
  const running = meeting.status === 'IN_SESSION'
  return (
    <section className="next">
      <p className="meta">
        {running ? words.inSession : words.next(dates.relativeDay(meeting.startsAt))}{' '}
        {meeting.example && <ExampleMark />}
      </p>
      <h2>
        <Content text={shortName(meeting.body.name)} />
      </h2>
      <p className="when">
        {dates.longDay(meeting.startsAt)}
        <br />
        <b className="num">{dates.time(meeting.startsAt)}</b> {words.until(dates.time(meeting.endsAt))}
        {meeting.place && <>, {meeting.place}</>}
      </p>
      <Agenda agenda={meeting.agenda} />
      <div className="row">
        <LinkButton href={`/meetings/${meeting.id}`}>{words.openMeeting}</LinkButton>
        {bodies.includes(meeting.body.id) && <Apologies meeting={meeting} />}
      </div>
    </section>
  )
}

function Agenda({ agenda }: { agenda: Meeting['agenda'] }) {
  const words = useWords(homeWords)
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0)
  return (
    <dl className="facts">
      <dt>{words.agenda}</dt>
      <dd>{agenda.length === 0 ? words.noAgenda : `${words.items(agenda.length)}, ${words.minutesLong(minutes)}`}</dd>
    </dl>
  )
}
