import type { ApolloClient } from '@apollo/client'
import type { ActionLogQueryVariables, LogPageQueryVariables } from './actions.graphql.js'
import type { LogQuestion } from './log-question'
import { pageLength } from './page-window'

/** The first page is asked for alike by whoever does not know yet how long the log is. */
export function firstPage({ filter, sort }: LogQuestion): ActionLogQueryVariables {
  return { filter, sort, first: pageLength }
}

export function laterPage(question: LogQuestion, index: number): LogPageQueryVariables {
  return { ...firstPage(question), from: index * pageLength }
}

interface Forgotten {
  variables: LogPageQueryVariables
  isUnused: () => boolean
}

const forgotten = new WeakMap<ApolloClient, Forgotten[]>()

/** Takes a page that is let go of out of the cache when the browser has nothing else to do, and the rows that nobody else shows. */
export function forgetSoon(client: ApolloClient, question: LogQuestion, index: number, isUnused: () => boolean): void {
  const waiting = forgotten.get(client) ?? []
  forgotten.set(client, waiting)
  if (waiting.push({ variables: laterPage(question, index), isUnused }) === 1) whenIdle(() => forget(client))
}

function forget(client: ApolloClient): void {
  const { cache } = client
  const pages = forgotten.get(client)?.splice(0) ?? []
  cache.batch({
    update(inner) {
      for (const { variables, isUnused } of pages)
        if (isUnused()) inner.evict({ id: 'ROOT_QUERY', fieldName: 'actions', args: { ...variables } })
    },
  })
  cache.gc()
}

const idleAfter = 1_000

function whenIdle(act: () => void): void {
  // Not every browser says when it is idle.
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: idleAfter })
  else setTimeout(act, idleAfter)
}
