import { lazy, Suspense } from 'react'
import { ActionPage as Action } from './features/actions/action-page'
import { heldAction } from './features/actions/held-action'

// What is said about an action comes after it; nobody waits for it.
const VersionsLink = lazy(async () => ({
  default: (await import('./features/versions/versions-link')).VersionsLink,
}))
const Comments = lazy(async () => ({ default: (await import('./features/comments/comments')).Comments }))

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
            <VersionsLink
              kind="action"
              id={action.id}
              place={{ space: 'body', body }}
              owner={record.owner}
              restrictedTo={record.restrictedTo ?? null}
            />
            <Comments about={{ type: 'Action', id: action.id }} place={{ space: 'body', body }} owner={record.owner} />
          </Suspense>
        )
      }}
    </Action>
  )
}
