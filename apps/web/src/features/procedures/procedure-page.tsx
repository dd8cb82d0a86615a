import { procedureState } from '@camau/domain'
import { Link, useParams } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useRoom } from '../../platform/live'
import { useTitleOf } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { CastVote } from './cast-vote'
import { heldProcedure } from './held-procedure'
import { ProcedureSteps } from './procedure-steps'
import { ProcedureDocument, type ProcedureLineFragment } from './procedures.graphql'
import { useTime } from './use-time'
import { words } from './words'

/** One vote between meetings: the question, one's vote, the tally for all to see, and the decision that came of it. */
export function ProcedurePage() {
  const { id = '' } = useParams<{ id: string }>()
  const said = useWords(words)
  const { data, trouble, retry } = useRecords(ProcedureDocument, { id })
  const procedure = data?.procedure
  useRoom(procedure ? `body:${procedure.body.id}` : null, { onLists: retry })
  const title = useTitleOf(procedure?.question, said.title)
  const within = [
    { name: said.decisions, href: '/decisions' },
    { name: said.title, href: '/procedures' },
  ]
  return (
    <Page {...title} within={within} reference={id}>
      {procedure ? (
        <Open procedure={procedure} />
      ) : (
        <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton titled />}</div>
      )}
    </Page>
  )
}

function Open({ procedure }: { procedure: ProcedureLineFragment }) {
  const said = useWords(words)
  const dates = useDates()
  const now = useTime()
  const { question, body, openedBy, closesAt, closedAt, closedBy, reason, decision } = procedure
  const state = procedureState(heldProcedure(procedure).record, now)
  return (
    <>
      <PageHead
        over={<Content text={shortName(body.name)} />}
        title={<EnglishContent text={question} />}
        acts={<ProcedureSteps procedure={procedure} now={now} />}
      >
        <p className="quiet">
          {said.states[state]} · {said.until(dates.dateTime(closesAt))} · {said.by(openedBy.name)}
          {closedAt && ` · ${(closedBy ? said.closedOn : said.closedByClock)(dates.dateTime(closedAt))}`}
        </p>
        {reason && (
          <p className="note">
            <EnglishContent text={reason} />
          </p>
        )}
        {decision && (
          <p className="note">
            <Link href={`/decisions/${decision.number}`}>{said.decision(decision.number)}</Link>
          </p>
        )}
      </PageHead>
      <div className="pad stack">
        <CastVote procedure={procedure} now={now} />
        <Tally procedure={procedure} />
      </div>
    </>
  )
}

function Tally({ procedure }: { procedure: ProcedureLineFragment }) {
  const said = useWords(words)
  const { tally, voters, votes, quorum, status } = procedure
  return (
    <section aria-labelledby="tally">
      <h2 id="tally">{status === 'OPEN' ? said.tally : said.result}</h2>
      <p>
        <b>{said.counts(tally.for, tally.against, tally.abstained)}</b>
      </p>
      <p className="meta">{said.ofVoters(votes.length, voters.length, quorum)}</p>
      <h3>{said.voters}</h3>
      <ul className="list">
        {voters.map(({ id, name }) => {
          const vote = votes.find(({ person }) => person.id === id)
          return (
            <li key={id}>
              {name}: {vote ? said.choices[domainName(vote.choice)] : <span className="quiet">{said.notYet}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
