import { lazy, Suspense } from 'react'
import { ActionPage as Action } from './features/actions/action-page'
import { heldAction } from './features/actions/held-action'

// What is said about an action comes after it; nobody waits for it.
const AroundText = lazy(async () => ({ default: (await import('./around-text')).AroundText }))

const Restriction = lazy(async () => ({
  default: (await import('./features/actions/action-restriction')).ActionRestriction,
}))

/** An action, who may see it, and what people say about it. */
export function ActionPage() {
  return (
    <Action>
      {(action) => {
        const { body, record } = heldAction(action)
        return (
          <Suspense fallback={null}>
            <Restriction action={action} />
            <AroundText
              kind="action"
              id={action.id}
              place={{ space: 'body', body }}
              owner={record.owner}
              restrictedTo={record.restrictedTo ?? null}
            />
          </Suspense>
        )
      }}
    </Action>
  )
}
