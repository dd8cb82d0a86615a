import { lazy, Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { NotFoundPage } from './not-found-page'
import { PageBoundary } from './page-boundary'
import { pages } from './pages'
import { useWords } from './platform/words'
import { Skeleton } from './ui/skeleton'
import { uiWords } from './ui/words'

const routes = pages.map(([path, load]) => [path, lazy(load)] as const)

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
