import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Page, PageHead, Views } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { asked, DecisionFilters, noFilter } from './decision-filters'
import { DecisionRow } from './decision-row'
import { decisionWords } from './decision-words'
import './decisions.css'
import { type DecisionLineFragment, DecisionsDocument } from './decisions.graphql'
import { words } from './words'

/** Every decision on record, the latest first; by body and date, and the advice that awaits a reply. */
export function DecisionsPage() {
  const said = useWords(words)
  const more = useWords(decisionWords)
  const [search] = useSearchParams()
  const [filter, setFilter] = useState(noFilter)
  const given = asked(filter)
  const isFiltered = Object.values(given).some(Boolean)
  const { data, trouble, retry } = useRecords(DecisionsDocument, given)
  useRoom('programme', { onLists: retry })
  const decisions = [...(data?.decisions ?? [])].sort(latestFirst)
  const awaiting = decisions.filter(({ awaitsReply }) => awaitsReply)
  const isAdvice = search.get('view') === 'awaiting'
  const shown = isAdvice ? awaiting : decisions
  return (
    <Page title={said.title}>
      <PageHead title={said.title}>
        {data && (
          <p className="quiet">
            {said.sum(decisions.length)} {awaiting.length > 0 && more.sumAwaiting(awaiting.length)} {said.lead}
          </p>
        )}
        <DecisionFilters filter={filter} onChange={setFilter} />
        <Views
          label={more.views}
          current={isAdvice ? 'awaiting' : 'all'}
          views={[
            { key: 'all', name: more.all, href: '/decisions', count: decisions.length },
            { key: 'awaiting', name: more.awaiting, href: '/decisions?view=awaiting', count: awaiting.length },
            { key: 'votes', name: more.votes, href: '/procedures' },
          ]}
        />
      </PageHead>
      {!data && <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton />}</div>}
      {data && shown.length === 0 && (
        <div className="pad">
          {isAdvice ? (
            <EmptyState title={more.noneAwaiting}>{more.noneAwaitingMore}</EmptyState>
          ) : isFiltered ? (
            <EmptyState title={more.nothing} act={<Button onClick={() => setFilter(noFilter)}>{more.showAll}</Button>}>
              {more.nothingMore}
            </EmptyState>
          ) : (
            <EmptyState title={said.none}>{said.noneMore}</EmptyState>
          )}
        </div>
      )}
      {shown.length > 0 && <Register decisions={shown} />}
    </Page>
  )
}

function Register({ decisions }: { decisions: readonly DecisionLineFragment[] }) {
  const said = useWords(words)
  return (
    <table className="log decisions">
      <caption className="hidden">{said.title}</caption>
      <thead>
        <tr>
          <th scope="col">{said.number}</th>
          <th scope="col">{said.decision}</th>
          <th scope="col">{said.body}</th>
          <th scope="col">{said.date}</th>
          <th scope="col">{said.meeting}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision) => (
          <DecisionRow key={decision.id} decision={decision} />
        ))}
      </tbody>
    </table>
  )
}

function latestFirst(a: DecisionLineFragment, b: DecisionLineFragment): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : b.number - a.number
}
