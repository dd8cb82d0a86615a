import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { DecisionRow } from './decision-row'
import './decisions.css'
import { DecisionsDocument } from './decisions.graphql'
import { words } from './words'

/** Every decision on record, the latest first. */
export function DecisionsPage() {
  const said = useWords(words)
  const { data, trouble, retry } = useRecords(DecisionsDocument, {})
  useRoom('programme', { onLists: retry })
  const decisions = [...(data?.decisions ?? [])].sort((a, b) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : b.number - a.number,
  )
  return (
    <Page title={said.title}>
      <PageHead title={said.title}>
        {data && (
          <p className="quiet">
            {said.sum(decisions.length)} {said.lead}
          </p>
        )}
      </PageHead>
      {!data && <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton />}</div>}
      {data && decisions.length === 0 && (
        <div className="pad">
          <EmptyState title={said.none}>{said.noneMore}</EmptyState>
        </div>
      )}
      {decisions.length > 0 && (
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
      )}
    </Page>
  )
}
