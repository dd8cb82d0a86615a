import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import { Place } from '../../ui/place'
import type { DecisionLineFragment } from './decisions.graphql'
import { words } from './words'

/** One decision: its words in full, whose it is, when, and where it comes from. */
export function DecisionRow({ decision }: { decision: DecisionLineFragment }) {
  const said = useWords(words)
  const dates = useDates()
  const { id, number, text, body, date, proposedBy } = decision
  return (
    <tr className="item" id={id}>
      <td className="no">{number}</td>
      <td>
        <EnglishContent text={text} />
        {proposedBy && <p className="meta">{said.proposedBy(proposedBy.name)}</p>}
        <LeadsTo decision={decision} />
      </td>
      <td data-label={said.body}>
        <Link href={`/bodies/${body.id}`}>
          <Content text={shortName(body.name)} />
        </Link>
      </td>
      <td className="num" data-label={said.date}>
        {dates.shortDay(date)}
      </td>
      <td data-label={said.meeting}>
        <ComesFrom decision={decision} />
      </td>
    </tr>
  )
}

function LeadsTo({ decision: { actions } }: { decision: DecisionLineFragment }) {
  const said = useWords(words)
  if (actions.length === 0) return null
  return (
    <p className="meta">
      {said.leadsTo}:{' '}
      {actions.map(({ id, number }, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <Link href={`/actions/${id}`}>{number}</Link>
        </span>
      ))}
    </p>
  )
}

function ComesFrom({ decision: { meeting, source } }: { decision: DecisionLineFragment }) {
  const said = useWords(words)
  const dates = useDates()
  if (meeting) {
    return (
      <>
        <Link href={`/meetings/${meeting.id}`}>{said.meetingOn(dates.day(meeting.startsAt))}</Link>{' '}
        {meeting.example && <ExampleMark />}
      </>
    )
  }
  if (!source) return null
  return (
    <>
      <Content text={source.title} />
      <span className="meta">
        , <Place locator={source.locator} />
      </span>
    </>
  )
}
