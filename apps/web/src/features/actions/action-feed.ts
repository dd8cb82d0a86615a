import type { ApolloClient } from '@apollo/client'
import type { Patch } from '@camau/protocol'
import { onceQuiet } from '../../platform/once-quiet'
import type { LogRow } from './action-status'
import { type ActionFilter, ActionLogDocument, type CountsOfActionsFragment } from './actions.graphql.js'
import { isLinked, joinsLog, keepNewRow, parentOf } from './log-changes'
import { type LogQuestion, longestWhole, wholeLog } from './log-question'
import type { LongLog } from './long-lines'
import { type LongPages, longPages } from './long-pages'
import { firstPage } from './page-cache'
import type { Sight } from './page-window'
import { type Connection, rowsIn, type Watched, watchPage, watchRow } from './watched-rows'

/** The rows of a log so far. The first page is shown while the others are asked for. */
export interface FeedState {
  rows: readonly LogRow[]
  /** How many there are in all, as the server counts; null before its first answer. */
  total: number | null
  /** The server's counts of views and groups, from its last answer. */
  counts: CountsOfActionsFragment | null
  complete: boolean
  error: unknown
  /** Set where the log is too long to be here as a whole: then `rows` are those around what is in sight. */
  long: LongLog | null
}

export interface ActionFeed {
  get(): FeedState
  subscribe(listener: () => void): () => void
  /** Of a long log: these places are in sight. */
  show(sight: Sight): void
  /** Of a long log: these rows stay where they are. */
  hold(ids: readonly string[]): void
  /** Asks again for what these changes may have touched: rows not known yet, and rows that wait for what changed. */
  refresh(patches: readonly Patch[]): void
  retry(): void
}

interface Part {
  rows: readonly LogRow[]
  connection: Connection | null
  watched: Watched | null
}

// Few and large, since the server looks through the whole log for each; not one, since the browser must stay awake meanwhile.
const laterLength = 500
// More rows than these are cheaper by the page.
const mostSingly = 10

/** After the next frame: what has just come is seen before more of it is worked on. A page that nobody sees draws no frames. */
function onceDrawn(act: () => void): void {
  if (document.hidden) setTimeout(act)
  else requestAnimationFrame(() => setTimeout(act))
}

const expected = new WeakMap<ApolloClient, Set<string>>()

/** Asks for the first page ahead of its log, so that it need not wait for what stands above it. */
export function expectActions(client: ApolloClient, filter: ActionFilter): void {
  const question = wholeLog(filter)
  const keys = expected.get(client) ?? new Set()
  expected.set(client, keys.add(JSON.stringify(question)))
  void client.query({ query: ActionLogDocument, variables: firstPage(question) }).catch(() => {
    // The log itself asks again, and says what is wrong.
  })
}

const nothing: FeedState = { rows: [], total: null, counts: null, complete: false, error: null, long: null }

/**
 * Follows a log page by page in the cache, so that a patch to one row costs one page and not all. One that turns out too long to be
 * held as a whole, or `isLong` as is known, is held around what is in sight.
 */
export function actionFeed(
  client: ApolloClient,
  scope: ActionFilter,
  question: LogQuestion = wholeLog(scope),
  isLong = false,
): ActionFeed {
  const listeners = new Set<() => void>()
  let parts: Part[] = []
  const singles = new Map<string, Part>()
  let long: LongPages | null = null
  let error: unknown = null
  let state = nothing
  let isTelling = false

  const tell = () => {
    isTelling = false
    state = long ? longState(long, error) : wholeState(parts, [...singles.values()], error)
    for (const listener of listeners) listener()
  }
  const tellOnceDrawn = () => {
    if (isTelling) return
    isTelling = true
    onceDrawn(() => isTelling && tell())
  }
  const fail = (reason: unknown) => {
    error = reason
    tell()
  }
  const open = (after: string | null) => {
    const isHere = after === null && (expected.get(client)?.delete(JSON.stringify(question)) ?? false)
    const part: Part = { rows: [], connection: null, watched: null }
    parts.push(part)
    const variables = after === null ? firstPage(question) : { ...question, first: laterLength, after }
    part.watched = watchPage(client, variables, isHere, {
      onAnswer: (connection, loading) => take(part, connection, loading),
      onError: fail,
    })
  }
  const take = (part: Part, connection: Connection, loading: boolean) => {
    error = null
    part.connection = connection
    part.rows = rowsIn(connection)
    const [first] = parts
    if (part === first && (isLong || connection.totalCount > longestWhole)) return takeLong(part, connection)
    tell()
    const isLast = parts.at(-1) === part
    const { hasNextPage, endCursor } = connection.pageInfo
    // What the device still held may end elsewhere: the next page is asked for once the server has answered.
    if (isLast && hasNextPage && !loading) onceDrawn(() => parts.at(-1) === part && open(endCursor))
  }
  const takeLong = ({ watched }: Part, connection: Connection) => {
    const onChange = (isNew: boolean) => (isNew && state.long ? tellOnceDrawn() : tell())
    long ??= longPages({ client, question, onChange, onError: fail, refetchFirst: () => watched?.refetch() })
    long.takeFirst(connection)
  }
  /** A row of its own: of an action that came after its page, or that is touched from elsewhere. */
  const askFor = (id: string, isHere = false) => {
    const single = singles.get(id)
    if (single) return single.watched?.refetch()
    const part: Part = { rows: [], connection: null, watched: null }
    singles.set(id, part)
    part.watched = watchRow(client, id, isHere, (row) => {
      part.rows = [row]
      tell()
    })
  }
  const start = () => open(null)
  const stop = () => {
    recount.cancel()
    isTelling = false
    for (const part of [...parts, ...singles.values()]) part.watched?.stop()
    parts = []
    singles.clear()
    long?.stop()
    long = null
  }

  // Places and counts are the server's where not every row is here; they are asked for again when the changes pause.
  const recount = onceQuiet(500, 5_000)
  const again = () => long?.refetch()

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
    show: (sight) => long?.show(sight),
    hold: (ids) => long?.hold(ids),
    refresh(patches) {
      if (long) return recount.soon([again])
      const ids = new Set(patches.filter(({ type }) => type === 'Action').map(({ id }) => id))
      const isAnywhere = patches.some(({ type }) => type === 'Dependency')
      const parents = new Set(patches.map(parentOf))
      const touched = state.rows.filter((row) => isAnywhere || parents.has(row.id) || isLinked(row, ids))
      if (touched.length > mostSingly) for (const part of [...parts, ...singles.values()]) part.watched?.refetch()
      else for (const { id } of touched) askFor(id)
      const here = new Set(state.rows.map(({ id }) => id))
      for (const patch of patches)
        if (!here.has(patch.id) && joinsLog(patch, scope)) askFor(patch.id, keepNewRow(client.cache, patch, state.rows))
    },
    retry() {
      stop()
      error = null
      start()
    },
  }
}

function wholeState(parts: readonly Part[], singles: readonly Part[], error: unknown): FeedState {
  const [first, ...rest] = parts.flatMap(({ connection }) => connection ?? [])
  // A row that moved between two answers may stand on both pages; the page before it was asked for alone, if it was.
  const rows = [...new Map([...parts, ...singles].flatMap((part) => part.rows.map((row) => [row.id, row]))).values()]
  const complete = (rest.at(-1) ?? first)?.pageInfo.hasNextPage === false
  // All rows together are the truth; before that, it is what the server counted.
  const total = complete ? rows.length : (first?.totalCount ?? null)
  return { rows, total, counts: first?.counts ?? null, complete, error, long: null }
}

function longState(pages: LongPages, error: unknown): FeedState {
  const { counts, rows, ...long } = pages.get()
  return { rows, total: long.total, counts, complete: false, error, long }
}
