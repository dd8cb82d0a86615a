import type { ApolloClient } from '@apollo/client'
import type { Patch } from '@camau/protocol'
import { onceQuiet } from '../../platform/once-quiet'
import type { LogRow } from './action-status'
import {
  type ActionFilter,
  ActionInLogDocument,
  ActionLogDocument,
  type ActionLogQuery,
  type ActionSort,
  type CountsOfActionsFragment,
} from './actions.graphql.js'
import { isLinked, joinsLog, keepNewRow, parentOf } from './log-changes'
import { type LogQuestion, longestWhole } from './log-question'

/** The rows of a log so far. The first page is shown while the others are asked for. */
export interface FeedState {
  rows: readonly LogRow[]
  /** How many there are in all, as the server counts; null before its first answer. */
  total: number | null
  /** The server's counts of views and groups, from its last answer. */
  counts: CountsOfActionsFragment | null
  complete: boolean
  error: unknown
}

export interface ActionFeed {
  get(): FeedState
  /** Asks for the next rows of a log that does not come as a whole. */
  more(): void
  subscribe(listener: () => void): () => void
  /** Asks again for what these changes may have touched: rows not known yet, and rows that wait for what changed. */
  refresh(patches: readonly Patch[]): void
  retry(): void
}

interface Part {
  rows: readonly LogRow[]
  connection: ActionLogQuery['actions'] | null
  refetch: () => void
  stop: () => void
}

// More than a tall screen shows, and no more: somebody waits for these.
const firstLength = 60
// Few and large, since the server looks through the whole log for each; not one, since the browser must stay awake meanwhile.
const laterLength = 500
// Of a log that is scrolled through: so much at a time that no finger is held up.
const nextLength = 100
// More rows than these are cheaper by the page.
const mostSingly = 10

const byStatus: ActionSort = { field: 'STATUS', descending: false }

const page = (filter: ActionFilter, after: string | null, asked: LogQuestion | null = null) => ({
  filter,
  sort: asked?.sort ?? byStatus,
  first: after === null ? firstLength : asked ? nextLength : laterLength,
  after,
})

/** After the next frame: what has just come is seen before more of it is worked on. A page that nobody sees draws no frames. */
function onceDrawn(act: () => void): void {
  if (document.hidden) setTimeout(act)
  else requestAnimationFrame(() => setTimeout(act))
}

const expected = new WeakMap<ApolloClient, Set<string>>()

/** Asks for the first page ahead of its log, so that it need not wait for what stands above it. */
export function expectActions(client: ApolloClient, filter: ActionFilter): void {
  const keys = expected.get(client) ?? new Set()
  expected.set(client, keys.add(JSON.stringify(filter)))
  void client.query({ query: ActionLogDocument, variables: page(filter, null) }).catch(() => {
    // The log itself asks again, and says what is wrong.
  })
}

/**
 * Follows a log page by page in the cache, so that a patch to one row costs one page and not all. One that is too long to be held
 * as a whole stops after its first page, or with a question comes a page at a time.
 */
export function actionFeed(client: ApolloClient, scope: ActionFilter, asked: LogQuestion | null = null): ActionFeed {
  const filter = asked?.filter ?? scope
  const listeners = new Set<() => void>()
  let pages: Part[] = []
  const singles = new Map<string, Part>()
  let error: unknown = null
  let state: FeedState = { rows: [], total: null, counts: null, complete: false, error: null }

  const tell = () => {
    const [first, ...rest] = pages.flatMap(({ connection }) => connection ?? [])
    const rows = rowsOf([...pages, ...singles.values()])
    const complete = (rest.at(-1) ?? first)?.pageInfo.hasNextPage === false
    // All rows together are the truth; before that, it is what the server counted.
    const total = complete ? rows.length : (first?.totalCount ?? null)
    state = { rows, total, counts: first?.counts ?? null, complete, error }
    for (const listener of listeners) listener()
  }
  const open = (after: string | null) => {
    const isAsked = after === null && expected.get(client)?.delete(JSON.stringify(filter))
    const query = client.watchQuery({
      query: ActionLogDocument,
      variables: page(filter, after, asked),
      // What was asked for ahead need not be asked for twice.
      fetchPolicy: isAsked ? 'cache-first' : 'cache-and-network',
      // Kept for good: with `cache-first`, a change of the cache is not told while a request is under way.
      nextFetchPolicy: 'cache-and-network',
    })
    const part: Part = {
      rows: [],
      connection: null,
      refetch: () => void query.refetch().catch(() => {}),
      stop: () => {},
    }
    pages.push(part)
    const subscription = query.subscribe((result) => {
      error = result.error ?? null
      if (result.dataState === 'complete') take(part, result.data.actions, result.loading)
      else if (result.error) tell()
    })
    part.stop = () => subscription.unsubscribe()
  }
  const take = (part: Part, connection: ActionLogQuery['actions'], loading: boolean) => {
    part.connection = connection
    part.rows = connection.edges.map(({ node }) => node)
    tell()
    const isLast = pages.at(-1) === part
    const { hasNextPage, endCursor } = connection.pageInfo
    // What the device still held may end elsewhere: the next page is asked for once the server has answered.
    if (asked || connection.totalCount > longestWhole) return
    if (isLast && hasNextPage && !loading) onceDrawn(() => pages.at(-1) === part && open(endCursor))
  }
  /** A row of its own: of an action that came after its page, or that is touched from elsewhere. */
  const askFor = (id: string, isHere = false) => {
    const known = singles.get(id)
    if (known) return known.refetch()
    const query = client.watchQuery({
      query: ActionInLogDocument,
      variables: { id },
      fetchPolicy: isHere ? 'cache-first' : 'cache-and-network',
      nextFetchPolicy: 'cache-first',
    })
    const part: Part = {
      rows: [],
      connection: null,
      refetch: () => void query.refetch().catch(() => {}),
      stop: () => {},
    }
    singles.set(id, part)
    const subscription = query.subscribe((result) => {
      if (result.dataState !== 'complete') return
      part.rows = [result.data.action]
      tell()
    })
    part.stop = () => subscription.unsubscribe()
  }
  const start = () => open(null)
  const stop = () => {
    recount.cancel()
    for (const part of [...pages, ...singles.values()]) part.stop()
    pages = []
    singles.clear()
  }

  // Counts are the server's where not every row is here; they are asked for again when the changes pause.
  const recount = onceQuiet(500, 5_000)
  const again = () => pages[0]?.refetch()

  return {
    get: () => state,
    more() {
      const { hasNextPage, endCursor } = pages.at(-1)?.connection?.pageInfo ?? {}
      if (asked && hasNextPage && endCursor) open(endCursor)
    },
    subscribe(listener) {
      if (listeners.size === 0) start()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    refresh(patches) {
      if (asked) recount.soon([again])
      const ids = new Set(patches.filter(({ type }) => type === 'Action').map(({ id }) => id))
      const isAnywhere = patches.some(({ type }) => type === 'Dependency')
      const parents = new Set(patches.map(parentOf))
      const touched = state.rows.filter((row) => isAnywhere || parents.has(row.id) || isLinked(row, ids))
      if (touched.length > mostSingly) for (const part of [...pages, ...singles.values()]) part.refetch()
      else for (const { id } of touched) askFor(id)
      const known = new Set(state.rows.map(({ id }) => id))
      for (const patch of patches)
        if (!asked && !known.has(patch.id) && joinsLog(patch, filter))
          askFor(patch.id, keepNewRow(client.cache, patch, state.rows))
    },
    retry() {
      stop()
      error = null
      start()
    },
  }
}

function rowsOf(parts: readonly Part[]): LogRow[] {
  // A row that moved between two answers may stand on both pages; the page before it was asked for alone, if it was.
  const rows = new Map<string, LogRow>()
  for (const part of parts) for (const row of part.rows) rows.set(row.id, row)
  return [...rows.values()]
}
