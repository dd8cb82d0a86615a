import { useQuery } from '@apollo/client/react'
import { lastDayOf } from '@camau/domain'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { troubleOf } from '../../platform/trouble'
import { useAsAt } from '../../platform/use-as-at'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { LogOnDayDocument, type LogOnDayQuery } from './actions.graphql.js'
import { AsAtFields } from './as-at-fields'
import { DueText } from './due-text'
import { OwnerText } from './owner-text'
import { passingWords } from './passing-words'
import { StatusMark } from './status-mark'
import { logWords } from './words'

const pageLength = 200

/** The log as it stood at the end of a day: read only, counted by the server over the whole of it. */
export function LogOnDay({ bodyId, day, head }: { bodyId: string | null; day: string; head: ReactNode }) {
  const words = useWords(passingWords)
  const dates = useDates()
  const { setAsAt } = useAsAt()
  const variables = { filter: { asAt: day, ...(bodyId ? { bodyId } : {}) }, day, first: pageLength }
  const { data, error, refetch, fetchMore } = useQuery(LogOnDayDocument, { variables })
  const log = data?.actions
  return (
    <section className="action-log log-on-day" aria-label={words.asAtTitle}>
      {head}
      <div className="pad stack-s">
        <div className="row spread">
          <p role="status">{words.logOn(dates.day(lastDayOf(day)))}</p>
          <Button small onClick={() => setAsAt(null)}>
            {words.backToNow}
          </Button>
        </div>
        <AsAtFields key={day} value={day} onShow={setAsAt} />
        {error && <ErrorState trouble={troubleOf(error)} onRetry={() => void refetch()} />}
        {!log && !error && <Skeleton rows={8} />}
        {log && <Counts counts={log.counts} />}
        {log?.edges.length === 0 && <EmptyState title={words.nothingThen} />}
      </div>
      {log && log.edges.length > 0 && <Rows edges={log.edges} />}
      {log?.pageInfo.hasNextPage && (
        <div className="pad">
          <Button
            onClick={() =>
              void fetchMore({
                variables: { after: log.pageInfo.endCursor ?? null },
                updateQuery: (before, { fetchMoreResult }) => ({
                  ...fetchMoreResult,
                  actions: {
                    ...fetchMoreResult.actions,
                    edges: [...before.actions.edges, ...fetchMoreResult.actions.edges],
                  },
                }),
              })
            }
          >
            {words.more}
          </Button>
        </div>
      )}
    </section>
  )
}

type Log = LogOnDayQuery['actions']
const counted = ['all', 'unfinished', 'overdue', 'ownerNotStated', 'noDate'] as const

function Counts({ counts }: { counts: Log['counts'] }) {
  const words = useWords(passingWords)
  return <p className="meta">{counted.map((view) => `${counts[view]} ${words.summary[view]}`).join(' · ')}</p>
}

function Rows({ edges }: { edges: Log['edges'] }) {
  const words = useWords(logWords)
  const passing = useWords(passingWords)
  return (
    <table className="log">
      <thead>
        <tr>
          <th scope="col">{words.columns.number}</th>
          <th scope="col">{words.columns.title}</th>
          <th scope="col">{passing.status}</th>
          <th scope="col">{words.columns.owner}</th>
          <th scope="col">{words.columns.due}</th>
        </tr>
      </thead>
      <tbody>
        {edges.map(({ node }) => (
          <Row key={node.id} node={node} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ node: { id, number, title, asAtDay: was } }: { node: Log['edges'][number]['node'] }) {
  if (!was) return null
  return (
    <tr className="item">
      <td className="no">{number}</td>
      <td className="t">
        <Link className="title" href={`/actions/${id}`}>
          <EnglishContent text={title} />
        </Link>
      </td>
      <td>
        <StatusMark status={domainName(was.status)} />
        {/* The source's own word, where it says more than the status it comes to. */}
        {was.note && was.note.status !== domainName(was.status) && (
          <span className="meta of-body" lang="en">
            {was.note.status}
          </span>
        )}
      </td>
      <td className="o">
        <OwnerText owner={was.owner ?? null} />
      </td>
      <td className="d">
        <DueText due={was.due ?? null} overdueSince={was.overdueSince ?? null} />
      </td>
    </tr>
  )
}
