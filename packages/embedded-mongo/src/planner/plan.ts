import type { Document } from 'bson'
import { isDocument } from '../bson/fields.js'
import { toNumber } from '../bson/numbers.js'
import type { Collection } from '../catalog.js'
import { badValue } from '../errors.js'
import type { Index } from '../index-definition.js'
import type { Multikeys } from '../multikeys.js'
import { prefixRange } from '../store/bytes.js'
import { dataPrefix } from '../store/layout.js'
import type { KeyRange } from '../store/port.js'
import { type Bounds, boundsOf } from './bounds.js'
import { covers } from './coverage.js'
import { type Predicates, predicatesOf } from './predicates.js'

/** How to find the documents: through an index or by looking at all of them. */
export interface Plan {
  readonly index: Index | undefined
  readonly ranges: KeyRange[]
  /** Whether they come in the order that was asked for. */
  readonly sorted: boolean
  /** Whether a document may come twice. */
  readonly repeats: boolean
  /** Several plans whose findings together are looked at, one for each clause of `$or`. */
  readonly either?: Plan[]
}

/** What the planner looks at. */
export interface Wish {
  readonly filter: Document
  readonly sort: Document
  readonly hint: unknown
  /** Comparing texts by a language's rules, which indexes do not follow. */
  readonly collated: boolean
}

/** A longer `$or` is read like any other filter. */
const mostClauses = 50

/** Chooses: most fields held to values first, then an order that spares sorting, then a stretch. */
export function plan(collection: Collection, multikeys: Multikeys, wish: Wish): Plan {
  const natural = naturalOrder(wish)
  if (natural) return scan(collection, natural, isEmpty(wish.sort) || '$natural' in wish.sort)
  const hinted = wish.hint === undefined ? undefined : hintedIndex(collection, wish.hint)
  if (wish.collated && !hinted) return scan(collection, 1, isEmpty(wish.sort))
  const predicates: Predicates = wish.collated ? new Map() : predicatesOf(wish.filter)
  const usable = hinted ? [hinted] : collection.indexes.filter((index) => covers(index, wish.filter, predicates))
  const candidates = usable.map((index) => candidate(index, predicates, multikeys.has(index.id), wish))
  const [best] = candidates.sort((a, b) => b.worth - a.worth)
  if (best && (best.worth > 0 || hinted)) return best.plan
  return planEither(collection, multikeys, wish) ?? scan(collection, 1, isEmpty(wish.sort))
}

/** `$or` by way of indexes, which is worth it only when every clause has one. */
function planEither(collection: Collection, multikeys: Multikeys, { filter, sort }: Wish): Plan | undefined {
  const clauses: unknown = filter.$or
  if (!Array.isArray(clauses) || clauses.length === 0 || clauses.length > mostClauses) return undefined
  const either = clauses
    .filter(isDocument)
    .map((clause) => plan(collection, multikeys, { filter: clause, sort: {}, hint: undefined, collated: false }))
  if (either.length < clauses.length || !either.every(({ index, either: inner }) => index ?? inner)) return undefined
  return { index: undefined, ranges: [], sorted: isEmpty(sort), repeats: true, either }
}

function candidate(index: Index, predicates: Predicates, multikey: boolean, { sort, collated }: Wish) {
  const bounds = boundsOf(index, predicates, multikey)
  const direction = multikey || collated ? undefined : sortDirection(index, bounds, sort)
  const ranges =
    direction === -1 ? bounds.ranges.map((range) => ({ ...range, reverse: true })).reverse() : bounds.ranges
  const plan: Plan = { index, ranges, sorted: isEmpty(sort) || direction !== undefined, repeats: multikey }
  return { plan, worth: worthOf(index, bounds, direction !== undefined && !isEmpty(sort)) }
}

function worthOf(index: Index, { equal, ranged }: Bounds, sorted: boolean): number {
  if (index.unique && equal === index.paths.length) return 1000
  return equal * 10 + (ranged ? 5 : 0) + (sorted ? 7 : 0)
}

/** Which way to walk the index for the sort, or undefined when walking does not give it. */
function sortDirection({ paths, directions }: Index, { fixed }: Bounds, sort: Document): 1 | -1 | undefined {
  const wanted = Object.entries(sort).filter(([path]) => !paths.slice(0, fixed).includes(path))
  if (wanted.length === 0) return 1
  let way: number | undefined
  for (const [at, [path, direction]] of wanted.entries()) {
    const turn = (toNumber(direction) ?? 0) * (directions[fixed + at] ?? 0)
    if (paths[fixed + at] !== path || Math.abs(turn) !== 1 || (way !== undefined && way !== turn)) return undefined
    way = turn
  }
  // Several stretches still follow the index's order, because they are sorted and do not overlap.
  return way === -1 ? -1 : 1
}

function naturalOrder({ sort, hint }: Wish): 1 | -1 | undefined {
  const wish = isDocument(hint) && '$natural' in hint ? hint : sort
  if (!('$natural' in wish)) return undefined
  return (toNumber(wish.$natural) ?? 1) < 0 ? -1 : 1
}

function scan(collection: Collection, direction: 1 | -1, sorted: boolean): Plan {
  return {
    index: undefined,
    ranges: [prefixRange(dataPrefix(collection.id), direction === -1)],
    sorted,
    repeats: false,
  }
}

function hintedIndex({ indexes }: Collection, hint: unknown): Index {
  const found = indexes.find(({ name, specification }) =>
    typeof hint === 'string' ? name === hint : isDocument(hint) && sameKey(specification.key, hint),
  )
  if (!found)
    throw badValue(
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    )
  return found
}

/** Whether two key patterns name the same paths in the same order and direction. */
export function sameKey(a: Document, b: Document): boolean {
  const pattern = (key: Document) =>
    JSON.stringify(Object.entries(key).map(([path, way]) => [path, toNumber(way) ?? way]))
  return pattern(a) === pattern(b)
}

function isEmpty(document: Document): boolean {
  return Object.keys(document).length === 0
}
