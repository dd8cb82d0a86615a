import type { Document } from 'bson'
import type { StringOrder } from './bson/strings.js'
import type { Collection } from './catalog.js'
import type { Multikeys } from './multikeys.js'
import { type Plan, plan } from './planner/plan.js'
import { compileFilter } from './query/match.js'
import { sortDocuments } from './query/sort.js'
import { readRecord, StoredDocument } from './records.js'
import { toKey } from './store/bytes.js'
import { recordWidth } from './store/layout.js'
import { walk } from './store/overlay.js'
import type { Key, Reader } from './store/port.js'

/** Which documents are looked for, in which order. */
export interface Query {
  readonly filter: Document
  readonly sort?: Document
  readonly skip?: number
  readonly limit?: number
  readonly hint?: unknown
  /** A collation, if texts are not to be compared by their bytes. */
  readonly strings?: StringOrder | undefined
  /** Variables of `let`, which `$expr` may use. */
  readonly vars?: Document | undefined
}

/** What a search cost, for `explain`. */
export interface Cost {
  keysExamined: number
  docsExamined: number
}

/** Given in place of a result now and then by a search that finds little, so that its caller can let others work. */
export const pause = Symbol('pause')

/** How a query would be carried out. */
export function planQuery(collection: Collection, multikeys: Multikeys, query: Query): Plan {
  const { filter, sort = {}, hint } = query
  return plan(collection, multikeys, { filter, sort, hint, collated: query.strings !== undefined })
}

/** Finds documents one by one, holding nothing open in between. */
export function* search(
  reader: Reader,
  collection: Collection,
  multikeys: Multikeys,
  query: Query,
  cost: Cost = { keysExamined: 0, docsExamined: 0 },
): Generator<StoredDocument | typeof pause> {
  const { filter, skip = 0, limit = 0, strings, vars } = query
  const matches = compileFilter(filter, { strings, vars })
  const how = planQuery(collection, multikeys, query)
  // Without a filter no document has to be decoded to be counted or passed on.
  const needed = Object.keys(filter).length > 0 ? matches : undefined
  const found = matching(candidates(reader, collection, how, cost), needed)
  const ordered = how.sorted ? found : sorted(found, query, limit === 0 ? 0 : skip + limit)
  yield* slice(ordered, skip, limit)
}

/** A search for callers that cannot pause. */
export function* searchAll(...search_: Parameters<typeof search>): Generator<StoredDocument> {
  for (const found of search(...search_)) if (found !== pause) yield found
}

type Found = Generator<StoredDocument | typeof pause>

function* candidates(reader: Reader, collection: Collection, how: Plan, cost: Cost): Generator<StoredDocument> {
  if (how.either) return yield* united(how.either.map((each) => candidates(reader, collection, each, cost)))
  const seen = new Set<Key>()
  for (const range of how.ranges)
    for (const [key, value] of walk(reader, range)) {
      const record = how.index ? toKey(value) : key.slice(-recordWidth)
      if (how.index) cost.keysExamined++
      if (how.repeats && seen.has(record)) continue
      if (how.repeats) seen.add(record)
      const stored = how.index ? readRecord(reader, collection.id, record) : new StoredDocument(record, value)
      cost.docsExamined++
      if (stored) yield stored
    }
}

function* united(parts: Iterable<StoredDocument>[]): Generator<StoredDocument> {
  const seen = new Set<Key>()
  for (const part of parts)
    for (const stored of part) {
      if (!seen.has(stored.record)) yield stored
      seen.add(stored.record)
    }
}

function* matching(stored: Iterable<StoredDocument>, matches: ((document: Document) => boolean) | undefined): Found {
  let fruitless = 0
  for (const candidate of stored) {
    if (!matches || matches(candidate.document)) yield candidate
    else if (++fruitless % 64 === 0) yield pause
  }
}

function* sorted(found: Found, query: Query, keep: number): Found {
  let kept: StoredDocument[] = []
  for (const stored of found) {
    if (stored === pause) yield pause
    else kept.push(stored)
    // Only the first few are wanted, so the others need not be held.
    if (keep > 0 && kept.length > 2 * keep + 1000) kept = inOrder(kept, query).slice(0, keep)
  }
  yield* inOrder(kept, query)
}

function inOrder(stored: StoredDocument[], { sort = {}, strings }: Query): StoredDocument[] {
  const byDocument = new Map(stored.map((each) => [each.document, each]))
  return sortDocuments(byDocument.keys(), sort, { strings }).flatMap((document) => byDocument.get(document) ?? [])
}

function* slice(found: Found, skip: number, limit: number): Found {
  let left = skip
  let given = 0
  for (const stored of found) {
    if (stored === pause) yield pause
    else if (left > 0) left--
    else {
      yield stored
      if (++given === limit) return
    }
  }
}
