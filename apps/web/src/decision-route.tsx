import { lazy, Suspense } from 'react'
import { DecisionPage as Decision } from './features/decisions/decision-page'
import { placeOf } from './platform/body-place'

// What is said about a decision comes after it; nobody waits for it.
const Comments = lazy(async () => ({ default: (await import('./features/comments/comments')).Comments }))

const Restriction = lazy(async () => ({
  default: (await import('./features/decisions/decision-restriction')).DecisionRestriction,
}))

/** A decision, who may see it, and what people say about it. */
export function DecisionPage() {
  return (
    <Decision>
      {(decision) => (
        <Suspense fallback={null}>
          <Restriction decision={decision} />
          <Comments
            about={{ type: 'Decision', id: decision.id }}
            place={{ space: 'body', body: placeOf(decision.body) }}
            owner={null}
          />
        </Suspense>
      )}
    </Decision>
  )
}
