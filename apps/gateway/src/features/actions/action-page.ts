import { limits, Refusal } from '@camau/domain'
import { z } from 'zod'
import type { HeldStoredAction } from './action.model.js'
import { ActionSort, ActionSortField } from './action-log.type.js'
import { compareRanks, type OrderSight, type Rank, rankOf } from './action-order.js'

/** The log is read in one go in a meeting; other lists come in smaller pages. */
const longestPage = 2_000

export interface Page {
  rows: { cursor: string; held: HeldStoredAction }[]
  hasNextPage: boolean
}

export const byNumber: ActionSort = Object.assign(new ActionSort(), { field: ActionSortField.NUMBER })

/** An action with its place in an order. */
export interface Ranked {
  held: HeldStoredAction
  rank: Rank
}

export interface PageQuestion {
  sort: ActionSort
  first: number | null
  after: string | null
  /** How many of the order to pass over; whoever reads on from a row says `after` instead. */
  from: number | null
}

/** A list in an order. */
export function inOrderOf(all: readonly HeldStoredAction[], sort: ActionSort, sight: OrderSight): Ranked[] {
  const compare = compareRanks(sort)
  return all.map((held) => ({ held, rank: rankOf(held, sort, sight) })).sort((a, b) => compare(a.rank, b.rank))
}

/** A cursor holds the place, not the row: a row that has moved or gone since leaves no gap and no repeat. */
export function pageOf(ranked: readonly Ranked[], { sort, first, after, from }: PageQuestion): Page {
  const compare = compareRanks(sort)
  const last = after === null ? null : placeOf(after)
  const passed = passedOver(from, after)
  const rest = last ? ranked.filter(({ rank }) => compare(rank, last) > 0) : ranked.slice(passed)
  const length = pageLength(first)
  return {
    rows: rest.slice(0, length).map(({ held, rank }) => ({ held, cursor: cursorOf(rank) })),
    hasNextPage: rest.length > length,
  }
}

/** How many of a list are asked for. Throws Refusal('malformed'). */
export function pageLength(first: number | null): number {
  if (first === null) return limits.pageDefault
  if (first < 0 || first > longestPage) throw new Refusal('malformed', { field: 'first', limit: longestPage })
  return first
}

/** Throws Refusal('malformed'): a page begins at one place. */
function passedOver(from: number | null, after: string | null): number {
  if (from !== null && (from < 0 || after !== null)) throw new Refusal('malformed', { field: 'from' })
  return from ?? 0
}

const cursorOf = (rank: Rank) => Buffer.from(JSON.stringify(rank)).toString('base64url')

const place = z.tuple([z.union([z.string(), z.number(), z.null()]), z.number()])

function placeOf(cursor: string): Rank {
  const text = Buffer.from(cursor, 'base64url').toString()
  const parsed = place.safeParse(parseJson(text))
  if (!parsed.success) throw new Refusal('malformed', { field: 'after' })
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
