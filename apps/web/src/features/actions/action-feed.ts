import type { ApolloClient, ObservableQuery } from '@apollo/client'
import { limits } from '@camau/domain'
import type { Patch } from '@camau/protocol'
import type { LogRow } from './action-status'
import {
  type ActionFilter,
  ActionLogDocument,
  type ActionLogQuery,
  type ActionLogQueryVariables,
} from './actions.graphql.js'

/** The rows of a log so far. The first page is shown while the next ones are asked for. */
export interface FeedState {
  rows: readonly LogRow[]
  /** How many there are in all, as the server counts; null before its first answer. */
  total: number | null
  complete: boolean
  error: unknown
}

export interface ActionFeed {
  get(): FeedState
  subscribe(listener: () => void): () => void
  /** Asks again for what these changes may have touched: rows not known yet, and rows that wait for what changed. */
  refresh(patches: readonly Patch[]): void
  retry(): void
}

interface Page {
  query: ObservableQuery<ActionLogQuery, ActionLogQueryVariables>
  connection: ActionLogQuery['actions'] | null
  stop: () => void
}

/** Asks for the first page ahead of its log, so that it need not wait for what stands above it. */
export function expectActions(client: ApolloClient, filter: ActionFilter): void {
  void client.query({ query: ActionLogDocument, variables: firstPage(filter) }).catch(() => {
    // The log itself asks again, and says what is wrong.
  })
}

const firstPage = (filter: ActionFilter) => ({ filter, first: limits.page, after: null })

/** Follows a log page by page in the cache, so that a patch to one row costs one page and not all. */
export function actionFeed(client: ApolloClient, filter: ActionFilter): ActionFeed {
  const listeners = new Set<() => void>()
  let pages: Page[] = []
  let error: unknown = null
  let state: FeedState = { rows: [], total: null, complete: false, error: null }

  const tell = () => {
    const connections = pages.flatMap(({ connection }) => connection ?? [])
    state = {
      rows: rowsOf(connections),
      total: connections[0]?.totalCount ?? null,
      complete: connections.length > 0 && connections.at(-1)?.pageInfo.hasNextPage === false,
      error,
    }
    for (const listener of listeners) listener()
  }
  const open = (after: string | null) => {
    const query = client.watchQuery({
      query: ActionLogDocument,
      variables: { ...firstPage(filter), after },
      // Kept for good: with `cache-first`, a change of the cache is not told while a request is under way.
      fetchPolicy: 'cache-and-network',
      nextFetchPolicy: 'cache-and-network',
    })
    const page: Page = { query, connection: null, stop: () => {} }
    pages.push(page)
    const subscription = query.subscribe((result) => {
      error = result.error ?? null
      if (result.dataState === 'complete') take(page, result.data.actions, result.loading)
      if (result.error || result.dataState === 'complete') tell()
    })
    page.stop = () => subscription.unsubscribe()
  }
  const take = (page: Page, connection: ActionLogQuery['actions'], loading: boolean) => {
    page.connection = connection
    const isLast = pages.at(-1) === page
    const { hasNextPage, endCursor } = connection.pageInfo
    // What the device still held may end elsewhere: the next page is asked for once the server has answered.
    if (isLast && hasNextPage && !loading) open(endCursor)
  }
  const start = () => open(null)
  const stop = () => {
    for (const page of pages) page.stop()
    pages = []
  }

  return {
    get: () => state,
    subscribe(listener) {
      if (listeners.size === 0) start()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    refresh(patches) {
      for (const page of touched(pages, patches)) void page.query.refetch().catch(() => {})
    },
    retry() {
      stop()
      error = null
      start()
    },
  }
}

function rowsOf(connections: readonly ActionLogQuery['actions'][]): LogRow[] {
  // A row that moved between two answers may stand on both pages.
  const rows = new Map<string, LogRow>()
  for (const { edges } of connections) for (const { node } of edges) rows.set(node.id, node)
  return [...rows.values()]
}

function touched(pages: readonly Page[], patches: readonly Patch[]): Page[] {
  if (patches.some(({ type }) => type === 'Dependency')) return [...pages]
  const ids = new Set(patches.filter(({ type }) => type === 'Action').map(({ id }) => id))
  if (ids.size === 0) return []
  const nodes = (page: Page) => page.connection?.edges.map(({ node }) => node) ?? []
  const known = new Set(pages.flatMap(nodes).map(({ id }) => id))
  const isNew = [...ids].some((id) => !known.has(id))
  return pages.filter(
    (page, index) => (isNew && index === pages.length - 1) || nodes(page).some((row) => isLinked(row, ids)),
  )
}

function isLinked(row: LogRow, ids: ReadonlySet<string>): boolean {
  return (
    row.waitsFor.some(({ dependsOn }) => ids.has(dependsOn.id)) ||
    row.holdsUp.some(({ dependent }) => ids.has(dependent.id))
  )
}
