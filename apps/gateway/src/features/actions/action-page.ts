import { limits, Refusal } from '@camau/domain'
import { z } from 'zod'
import type { Names } from '../../platform/directory.js'
import type { HeldStoredAction } from './action.model.js'
import { ActionSort, ActionSortField } from './action-log.type.js'
import { compareRanks, type Rank, rankOf } from './action-order.js'

/** The log is read in one go in a meeting; other lists come in smaller pages. */
const longestPage = 2_000

export interface Page {
  rows: { cursor: string; held: HeldStoredAction }[]
  hasNextPage: boolean
}

export const byNumber: ActionSort = Object.assign(new ActionSort(), { field: ActionSortField.NUMBER })

/** A cursor holds the place, not the row: a row that has moved or gone since leaves no gap and no repeat. */
export function pageOf(
  all: readonly HeldStoredAction[],
  { sort, first, after, names }: { sort: ActionSort; first: number | null; after: string | null; names: Names },
): Page {
  const compare = compareRanks(sort)
  const ranked = all.map((held) => ({ held, rank: rankOf(held, sort, names) })).sort((a, b) => compare(a.rank, b.rank))
  const from = after === null ? null : placeOf(after)
  const rest = from ? ranked.filter(({ rank }) => compare(rank, from) > 0) : ranked
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
