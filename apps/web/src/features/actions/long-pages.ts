import type { ApolloClient } from '@apollo/client'
import { domainName } from '../../platform/enums'
import type { LogRow } from './action-status'
import type { CountsOfActionsFragment } from './actions.graphql.js'
import { createPlaces } from './log-places'
import type { LogQuestion } from './log-question'
import type { LongLog } from './long-lines'
import { forgetSoon, laterPage } from './page-cache'
import { isFar, pageAt, pageLength, pagesAround, type Sight } from './page-window'
import { steadyPage } from './steady-rows'
import { type Connection, rowsIn, type Watched, watchRow, watchRows } from './watched-rows'

/** The pages of a long log around what is in sight. What it costs the browser does not grow with the log. */
export interface LongPages {
  /** The first page, followed by whoever learned from it how long the log is: it says how long it is now, too. */
  takeFirst(connection: Connection): void
  get(): LongLog & { counts: CountsOfActionsFragment | null; rows: readonly LogRow[] }
  show(sight: Sight): void
  /** These stay where they are, and are followed wherever they go. */
  hold(ids: readonly string[]): void
  /** Asks again for what is in sight, and lets go of the rest. */
  refetch(): void
  stop(): void
}

interface Page {
  watched: Watched | null
  /** As they came; null before they have come. */
  given: readonly LogRow[] | null
  /** In the order in which they are shown. */
  rows: readonly LogRow[]
}

interface HeldRow {
  watched: Watched | null
  row: LogRow | null
}

interface Needs {
  client: ApolloClient
  question: LogQuestion
  /** `isNew`: of a page that was not here before. */
  onChange: (isNew: boolean) => void
  onError: (error: unknown) => void
  refetchFirst: () => void
}

// Whoever drags the scrollbar through the log asks for no more than this at a time, and always for where they are now.
const atOnce = 2
const againAfter = 3_000

export function longPages({ client, question, onChange, onError, refetchFirst }: Needs): LongPages {
  const pages = new Map<number, Page>()
  const places = createPlaces()
  const held = new Map<string, HeldRow>()
  let sight: Sight = { first: 0, last: 0 }
  let first: Connection | null = null
  let again: ReturnType<typeof setTimeout> | undefined

  const wanted = () => pagesAround(sight, first?.totalCount ?? 0)
  const fill = () => {
    const near = wanted()
    // What is under way is waited for: letting go of it would ask for another one, and so with every step.
    for (const [index, { given }] of pages) if (given && isFar(index, near)) letGo(index)
    for (const index of near) {
      if ([...pages.values()].filter(({ given }) => !given).length >= atOnce) return
      if (!pages.has(index)) open(index)
    }
  }
  const open = (index: number) => {
    const page = put(index)
    page.watched = watchRows(client, laterPage(question, index), {
      onAnswer: (rows) => take(index, page, rows),
      onError(error) {
        letGo(index)
        onError(error)
        clearTimeout(again)
        again = setTimeout(fill, againAfter)
      },
    })
  }
  const put = (index: number): Page => {
    const page: Page = { watched: null, given: null, rows: [] }
    pages.set(index, page)
    return page
  }
  const take = (index: number, page: Page, rows: readonly LogRow[]) => {
    if (pages.get(index) !== page) return
    const isNew = page.given === null
    page.given = rows
    arrange(index, page)
    onChange(isNew)
    // After the first, whoever draws says what is in sight.
    if (isNew && index > 0) fill()
  }
  const arrange = (index: number, page: Page) => {
    page.rows = steadyPage(page.rows, page.given ?? [], held)
    places.put(index * pageLength, page.rows, (id) => held.has(id) && standsElsewhere(id, index))
  }
  /** In a page that keeps it there as long as it is held. */
  const standsElsewhere = (id: string, index: number): boolean => {
    const other = pageAt(places.placeOf(id))
    return other !== index && (pages.get(other)?.rows.some((row) => row.id === id) ?? false)
  }
  const letGo = (index: number) => {
    // Who goes back to the top finds the first page there.
    if (index === 0) return
    pages.get(index)?.watched?.stop()
    pages.delete(index)
    forgetSoon(client, question, index, () => !pages.has(index))
  }
  /** A row under a hand is followed by itself: it may leave every page that is here. */
  const follow = (id: string) => {
    const one: HeldRow = { watched: null, row: null }
    held.set(id, one)
    one.watched = watchRow(client, id, true, (row) => {
      one.row = row
      onChange(false)
    })
  }
  const rowAt = (place: number) => {
    const id = places.idAt(place)
    const found = pages.get(pageAt(place))?.rows[place % pageLength]
    return (id && held.get(id)?.row) || (found?.id === id ? found : undefined)
  }

  return {
    takeFirst(connection) {
      first = connection
      take(0, pages.get(0) ?? put(0), rowsIn(connection))
    },
    get() {
      const here = [...pages].sort(([a], [b]) => a - b)
      return {
        counts: first?.counts ?? null,
        total: first?.totalCount ?? 0,
        groups: (first?.groups ?? []).map(({ status, count }) => ({ status: domainName(status), count })),
        rows: [...here.flatMap(([, { rows }]) => rows), ...[...held.values()].flatMap(({ row }) => row ?? [])],
        places: here.flatMap(([index, { rows }]) => rows.map((_, i) => index * pageLength + i)),
        rowAt,
        idAt: places.idAt,
        placeOf: places.placeOf,
      }
    },
    show(next) {
      sight = next
      fill()
    },
    hold(ids) {
      const known = ids.filter((id) => places.placeOf(id) >= 0)
      const left = [...held].filter(([id]) => !known.includes(id))
      for (const [id, { watched }] of left) {
        watched?.stop()
        held.delete(id)
      }
      for (const id of known) if (!held.has(id)) follow(id)
      if (left.length === 0) return
      for (const [index, page] of pages) arrange(index, page)
      onChange(false)
    },
    refetch() {
      refetchFirst()
      const near = wanted()
      for (const [index, page] of pages) {
        if (near.includes(index)) page.watched?.refetch()
        else letGo(index)
      }
    },
    stop() {
      clearTimeout(again)
      for (const { watched } of held.values()) watched?.stop()
      held.clear()
      for (const index of pages.keys()) letGo(index)
    },
  }
}
