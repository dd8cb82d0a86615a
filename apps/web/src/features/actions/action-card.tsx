import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { domainName } from '../../platform/enums'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import './actions.css'
import { ActionLifeDocument } from './actions.graphql.js'
import { ClashPanel } from './clash-panel'
import { DueText } from './due-text'
import { lifeWords } from './life-words'
import { OwnerText } from './owner-text'
import { StatusMark } from './status-mark'
import { StepButtons } from './step-buttons'

/** An action outside of its log, with everything one may do with it: for the meeting in which it was raised. */
export function ActionCard({ id }: { id: string }) {
  const words = useWords(lifeWords)
  const { data, trouble, retry } = useRecords(ActionLifeDocument, { id })
  if (trouble) return <ErrorState trouble={trouble} onRetry={retry} />
  if (!data) return <Skeleton rows={1} />
  const { action } = data
  return (
    <article className="action-card">
      <p className="row spread meta">
        <Link href={`/actions/${id}`}>{words.action(action.number)}</Link>
        <StatusMark status={domainName(action.status)} />
      </p>
      <p className="action-card-title">
        <EnglishContent text={action.title} />
      </p>
      <p className="action-card-of">
        <span>
          <OwnerText owner={action.owner} waiting={action.acceptance?.waiting === true} />
        </span>
        <span>
          <DueText due={action.due} overdueSince={action.overdueSince} />
        </span>
      </p>
      <ClashPanel row={action} />
      <StepButtons row={action} />
    </article>
  )
}
