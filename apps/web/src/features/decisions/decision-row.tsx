import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import { Place } from '../../ui/place'
import { Flag } from '../../ui/status'
import { decisionWords } from './decision-words'
import type { DecisionLineFragment } from './decisions.graphql'
import { words } from './words'

/** One decision: its words in full, whose it is, when, and where it comes from. */
export function DecisionRow({ decision }: { decision: DecisionLineFragment }) {
  const said = useWords(words)
  const more = useWords(decisionWords)
  const dates = useDates()
  const { id, number, text, body, date, proposedBy } = decision
  return (
    <tr className="item" id={id}>
      <td className="no">
        <Link href={`/decisions/${number}`} aria-label={more.decisionNumber(number)}>
          {number}
        </Link>
      </td>
      <td>
        <EnglishContent text={text} />
        <Came decision={decision} />
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

/** What came of it, where that is stated, and what it waits for. */
function Came({ decision }: { decision: DecisionLineFragment }) {
  const said = useWords(decisionWords)
  const { outcome, votes, replacedBy, awaitsReply, recipient } = decision
  return (
    <p className="meta">
      {[outcome && said.outcomes[domainName(outcome)], votes && said.tally(votes.for, votes.against, votes.abstained)]
        .filter(Boolean)
        .join(' · ')}{' '}
      {recipient && (
        <>
          {outcome && '· '}
          {said.adviceTo} <Content text={recipient.name} />{' '}
        </>
      )}
      {awaitsReply && (
        <Flag tone="waiting" icon="clock">
          {said.awaitsReply}
        </Flag>
      )}
      {replacedBy && (
        <>
          {said.replacedBy}{' '}
          <Link href={`/decisions/${replacedBy.number}`}>{said.decisionNumber(replacedBy.number)}</Link>
        </>
      )}
    </p>
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

/** The meeting, the vote in writing or the document it comes from. */
export function ComesFrom({ decision: { meeting, procedure, source } }: { decision: DecisionLineFragment }) {
  const said = useWords(words)
  const more = useWords(decisionWords)
  const dates = useDates()
  if (meeting) {
    return (
      <>
        <Link href={`/meetings/${meeting.id}`}>{said.meetingOn(dates.day(meeting.startsAt))}</Link>{' '}
        {meeting.example && <ExampleMark />}
      </>
    )
  }
  if (procedure) return <Link href={`/procedures/${procedure.id}`}>{more.byProcedure}</Link>
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
