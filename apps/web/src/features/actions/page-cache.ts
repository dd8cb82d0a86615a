import type { ApolloClient, ObservableQuery } from '@apollo/client'
import { type OnceQuiet, onceQuiet } from '../../platform/once-quiet'
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

interface Leavings {
  pages: Forgotten[]
  /** Pages that were let go of since what the cache had read was thrown away. */
  count: number
  pause: OnceQuiet
  clear: () => void
}

const leavings = new WeakMap<ApolloClient, Leavings>()

// The cache keeps what it once read of records that are gone. It is thrown away when the scrolling pauses, since reading what is
// here anew takes a moment; and not for a few pages.
const pauseAfter = 1_500
const worthIt = 30

/** Takes a page that is let go of out of the cache when the browser has nothing else to do, and the rows that nobody else shows. */
export function forgetSoon(client: ApolloClient, question: LogQuestion, index: number, isUnused: () => boolean): void {
  const left = leavings.get(client) ?? leave(client)
  left.count += 1
  left.pause.soon([left.clear])
  if (left.pages.push({ variables: laterPage(question, index), isUnused }) === 1) whenIdle(() => forget(client, left))
}

function leave(client: ApolloClient): Leavings {
  const pause = onceQuiet(pauseAfter, Number.MAX_SAFE_INTEGER)
  const left: Leavings = { pages: [], count: 0, pause, clear: () => clear(client, left) }
  leavings.set(client, left)
  return left
}

function forget({ cache }: ApolloClient, left: Leavings): void {
  const pages = left.pages.splice(0)
  cache.batch({
    update(inner) {
      for (const { variables, isUnused } of pages)
        if (isUnused()) inner.evict({ id: 'ROOT_QUERY', fieldName: 'actions', args: { ...variables } })
    },
  })
  cache.gc()
}

function clear(client: ApolloClient, left: Leavings): void {
  if (left.count < worthIt) return
  left.count = 0
  forget(client, left)
  const cache: { gc: (options: { resetResultCache: boolean }) => string[] } = client.cache
  cache.gc({ resetResultCache: true })
  readAnew(client, [...client.getObservableQueries()])
}

/** Reads what is here before the next page comes, one question in each idle moment: all at once would hold up a finger. */
function readAnew(client: ApolloClient, questions: ObservableQuery[]): void {
  const next = questions.pop()
  if (!next) {
    client.cache.batch({ update: () => undefined })
    return
  }
  client.cache.diff({ query: next.query, variables: next.variables, optimistic: true, returnPartialData: true })
  whenIdle(() => readAnew(client, questions))
}

const idleAfter = 1_000

function whenIdle(act: () => void): void {
  // Not every browser says when it is idle.
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: idleAfter })
  else setTimeout(act, idleAfter)
}
