import { type ComponentType, lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { NotFoundPage } from './not-found-page'
import { Skeleton } from './ui/skeleton'

// Every page is a chunk of its own: the editor is not loaded by those who look at the action log.
const pages = import.meta.glob<Record<string, ComponentType>>('./features/*/*-page.tsx')

function page(path: string, name: string) {
  return lazy(async () => {
    const load = pages[`./features/${path}.tsx`]
    return { default: (await load?.())?.[name] ?? NotFoundPage }
  })
}

/** Where features meet on a page, they are put together beside this file. */
function meeting(name: 'MeetingPage' | 'AgreedMinutesPage') {
  return lazy(async () => ({ default: (await import('./meeting-route'))[name] }))
}

const body = lazy(async () => ({ default: (await import('./body-route')).BodyPage }))

/** Addresses stand after the language: `/en/actions/60`, `/cy/actions/60`. */
const routes: readonly [path: string, component: ComponentType][] = [
  ['/', page('home/home-page', 'HomePage')],
  ['/bodies', page('registers/bodies-page', 'BodiesPage')],
  ['/bodies/:id', body],
  ['/actions', page('actions/action-log-page', 'ActionLogPage')],
  ['/actions/:id', page('actions/action-page', 'ActionPage')],
  ['/meetings', page('meetings/meetings-page', 'MeetingsPage')],
  ['/meetings/:id', meeting('MeetingPage')],
  ['/meetings/:id/minutes', meeting('AgreedMinutesPage')],
  ['/decisions', page('decisions/decisions-page', 'DecisionsPage')],
  ['/legacy', page('legacy/legacy-page', 'LegacyPage')],
  ['/legacy/:id', page('legacy/legacy-item-page', 'LegacyItemPage')],
  ['/dependencies', page('dependencies/dependencies-page', 'DependenciesPage')],
  ['/work-areas', page('registers/work-areas-page', 'WorkAreasPage')],
  ['/publications', page('registers/publications-page', 'PublicationsPage')],
  ['/funding', page('registers/funding-page', 'FundingPage')],
  ['/indicators', page('registers/indicators-page', 'IndicatorsPage')],
  ['/correspondence', page('registers/correspondence-page', 'CorrespondencePage')],
  ['/timeline', page('registers/timeline-page', 'TimelinePage')],
  ['/glossary', page('registers/glossary-page', 'GlossaryPage')],
  ['/people', page('registers/people-page', 'PeoplePage')],
]

export function Routes() {
  return (
    <Suspense
      fallback={
        <main id="content" className="sheet pad">
          <Skeleton />
        </main>
      }
    >
      <Switch>
        {routes.map(([path, Component]) => (
          <Route key={path} path={path} component={Component} />
        ))}
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  )
}
