import type { Document } from 'bson'
import { ensureCollection } from './collections.js'
import type { Engine } from './engine.js'
import { failedToParse } from './errors.js'
import { withId } from './new-document.js'
import { compileFilter } from './query/match.js'
import { compileUpdate, documentFromFilter } from './query/update.js'
import { type Query, searchAll } from './search.js'
import type { Unit } from './store/unit.js'

/** One statement of an update command. */
export interface UpdateStatement extends Query {
  readonly update: Document | Document[]
  readonly arrayFilters: Document[]
  readonly upsert: boolean
  readonly multi: boolean
}

/** What a statement did. `before` and `after` are those of the last document, for `findAndModify`. */
export interface UpdateResult {
  readonly matched: number
  readonly modified: number
  readonly upserted?: Document
  readonly before?: Document
  readonly after?: Document
}

/** Changes the documents that match, or inserts one when none does and `upsert` says so. */
export function applyUpdate(engine: Engine, unit: Unit, namespace: string, statement: UpdateStatement): UpdateResult {
  const { update, arrayFilters, multi, filter, strings, vars } = statement
  if (multi && !Array.isArray(update) && !isModifier(update))
    throw failedToParse('multi update is not supported for replacement-style update')
  const change = compileUpdate(update, { arrayFilters, strings, vars })
  const result = changeMatches(engine, unit, namespace, statement, change)
  if (result.matched > 0 || !statement.upsert) return result
  const collection = ensureCollection(engine, unit, namespace)
  const upserted = withId(change(documentFromFilter(filter), { insert: true, filter }))
  engine.records.insert(unit, collection, upserted)
  return { matched: 0, modified: 0, upserted, after: upserted }
}

function changeMatches(
  engine: Engine,
  unit: Unit,
  namespace: string,
  statement: UpdateStatement,
  change: ReturnType<typeof compileUpdate>,
): UpdateResult {
  const { filter, multi, strings, vars } = statement
  const collection = engine.catalog.find(unit, namespace)
  compileFilter(filter, { strings, vars })
  if (!collection) return { matched: 0, modified: 0 }
  // Found before any is changed: a document that moves within the index must not be met again.
  const found = [...searchAll(unit, collection, engine.multikeys, { ...statement, limit: multi ? 0 : 1 })]
  let modified = 0
  let last: Pick<UpdateResult, 'before' | 'after'> = {}
  for (const stored of found) {
    const after = change(stored.document, { insert: false, filter })
    last = { before: stored.document, after }
    if (after === stored.document) continue
    engine.records.replace(unit, collection, stored, after)
    modified++
  }
  return { matched: found.length, modified, ...last }
}

function isModifier(update: Document): boolean {
  return (Object.keys(update)[0] ?? '').startsWith('$')
}
