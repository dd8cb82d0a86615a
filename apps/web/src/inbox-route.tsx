import { lazy, Suspense } from 'react'
import { InboxPage as Inbox } from './features/inbox/inbox-page'

const AnswerOffer = lazy(async () => ({ default: (await import('./features/actions/answer-offer')).AnswerOffer }))

/** The inbox; an action that another body offers is taken on, or not, where one is told of it. */
export function InboxPage() {
  return (
    <Inbox
      offer={(actionId) => (
        <Suspense fallback={null}>
          <AnswerOffer actionId={actionId} />
        </Suspense>
      )}
    />
  )
}
