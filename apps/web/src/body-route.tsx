import { lazy, Suspense } from 'react'
import { useParams } from 'wouter'
import { BodyLog } from './features/actions/body-log'
import { useExpectedActions } from './features/actions/use-action-rows'
import { BodyPage as Body } from './features/bodies/body-page'

const BodyIdeas = lazy(async () => ({ default: (await import('./features/ideas/body-ideas')).BodyIdeas }))
const BodyProcedures = lazy(async () => ({
  default: (await import('./features/procedures/body-procedures')).BodyProcedures,
}))
// What it needs to plan meetings is not loaded before the page stands.
const BodyMeets = lazy(async () => ({ default: (await import('./features/meetings/body-meets')).BodyMeets }))

const BodyRadar = lazy(async () => ({ default: (await import('./features/dependencies/body-radar')).BodyRadar }))

/** A body's page and the log of its actions meet here: the two features do not know each other. */
export function BodyPage() {
  const { id } = useParams<{ id: string }>()
  useExpectedActions(id)
  return (
    <Body>
      {id === 'body-operational-group' && (
        <Suspense fallback={null}>
          <BodyRadar />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <BodyMeets />
      </Suspense>
      <Suspense fallback={null}>
        <BodyIdeas />
      </Suspense>
      <Suspense fallback={null}>
        <BodyProcedures />
      </Suspense>
      <BodyLog />
    </Body>
  )
}
