import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { ActionFacts } from './action-facts'
import type { LogRow } from './action-status'
import { ActionWalk } from './action-walk'
import { ActionLifeDocument } from './actions.graphql.js'
import { StepButtons } from './step-buttons'
import { stepWords } from './step-words'

/** What is inside an opened row: how far it has come, what can be done, where it comes from. */
export function InsideRow({ row }: { row: LogRow }) {
  const words = useWords(stepWords)
  const { data, trouble, retry } = useRecords(ActionLifeDocument, { id: row.id })
  const action = data?.action
  if (trouble) return <ErrorState trouble={trouble} onRetry={retry} />
  if (!action) return <Skeleton rows={2} />
  return (
    <div className="two">
      <div className="inside-main">
        <ActionWalk action={action} />
        {action.statusNotes.at(-1)?.note && (
          <p className="quiet" lang="en">
            {action.statusNotes.at(-1)?.note}
          </p>
        )}
        <StepButtons row={row}>
          <LinkButton href={`/actions/${row.id}`} weight="bare" small>
            {words.buttons.open}
          </LinkButton>
        </StepButtons>
      </div>
      <ActionFacts action={action} />
    </div>
  )
}
