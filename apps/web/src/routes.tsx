import { type ComponentType, lazy, Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { NotFoundPage } from './not-found-page'
import { PageBoundary } from './page-boundary'
import { useWords } from './platform/words'
import { Skeleton } from './ui/skeleton'
import { uiWords } from './ui/words'

// Every page is a chunk of its own: the editor is not loaded by those who look at the action log.
function page<Name extends string>(name: Name, load: () => Promise<Record<Name, ComponentType>>) {
  return lazy(async () => ({ default: (await load())[name] }))
}

/**
 * Addresses stand after the language: `/en/actions/60`, `/cy/actions/60`.
 * Where features meet on a page, they are put together beside this file.
 */
const routes: readonly [path: string, component: ComponentType][] = [
  ['/', page('HomePage', () => import('./features/home/home-page'))],
  ['/welcome', page('WelcomePage', () => import('./features/welcome/welcome-page'))],
  ['/bodies', page('BodiesPage', () => import('./features/registers/bodies-page'))],
  ['/bodies/:id', page('BodyPage', () => import('./body-route'))],
  ['/actions', page('ActionLogPage', () => import('./features/actions/action-log-page'))],
  ['/actions/:id', page('ActionPage', () => import('./features/actions/action-page'))],
  ['/meetings', page('MeetingsPage', () => import('./features/meetings/meetings-page'))],
  ['/meetings/:id', page('MeetingPage', () => import('./meeting-route'))],
  ['/meetings/:id/minutes', page('AgreedMinutesPage', () => import('./meeting-route'))],
  ['/decisions', page('DecisionsPage', () => import('./features/decisions/decisions-page'))],
  ['/legacy', page('LegacyPage', () => import('./features/legacy/legacy-page'))],
  ['/legacy/:id', page('LegacyItemPage', () => import('./features/legacy/legacy-item-page'))],
  ['/dependencies', page('DependenciesPage', () => import('./features/dependencies/dependencies-page'))],
  ['/work-areas', page('WorkAreasPage', () => import('./features/registers/work-areas-page'))],
  ['/publications', page('PublicationsPage', () => import('./features/registers/publications-page'))],
  ['/funding', page('FundingPage', () => import('./features/registers/funding-page'))],
  ['/indicators', page('IndicatorsPage', () => import('./features/registers/indicators-page'))],
  ['/correspondence', page('CorrespondencePage', () => import('./features/registers/correspondence-page'))],
  ['/timeline', page('TimelinePage', () => import('./features/registers/timeline-page'))],
  ['/glossary', page('GlossaryPage', () => import('./features/registers/glossary-page'))],
  ['/people', page('PeoplePage', () => import('./features/registers/people-page'))],
]

export function Routes() {
  const [path] = useLocation()
  return (
    <PageBoundary path={path}>
      <Suspense fallback={<Opening />}>
        <Switch>
          {routes.map(([pattern, Component]) => (
            <Route key={pattern} path={pattern} component={Component} />
          ))}
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </PageBoundary>
  )
}

function Opening() {
  const words = useWords(uiWords)
  return (
    <main id="content" tabIndex={-1} className="sheet pad">
      <h1 className="hidden">{words.opening}</h1>
      <Skeleton />
    </main>
  )
}
