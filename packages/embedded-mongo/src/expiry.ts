import { indexValues } from './bson/keys.js'
import type { Collection } from './catalog.js'
import type { Engine } from './engine.js'
import type { Index } from './index-definition.js'
import { forgetReplies } from './retries.js'
import { searchAll } from './search.js'
import { sessionMinutes } from './sessions.js'
import type { Unit } from './store/unit.js'
import { Blocked } from './transactions.js'

/** Removes documents whose TTL index says that their time is over, and replies no driver will ask for again. */
export async function expireDocuments(engine: Engine): Promise<void> {
  attempt(engine, (unit) => forgetReplies(unit, new Date(engine.now() - sessionMinutes * 60_000)))
  for (const collection of [...engine.catalog.list(engine.history.durable)])
    for (const index of collection.indexes)
      if (index.expireAfterSeconds !== undefined)
        attempt(engine, (unit) => removeExpired(engine, unit, collection, index, index.expireAfterSeconds ?? 0))
  await engine.history.flushed()
}

/** What an open transaction has its hands on can wait for the next round. */
function attempt(engine: Engine, work: (unit: Unit) => void): void {
  const unit = engine.transactions.single()
  try {
    work(unit)
    engine.history.commit(unit.changes)
  } catch (error) {
    if (!(error instanceof Blocked)) throw error
  }
}

function removeExpired(engine: Engine, unit: Unit, collection: Collection, index: Index, seconds: number): void {
  const [path = ''] = index.paths
  const limit = new Date(engine.now() - seconds * 1000)
  const filter = { [path]: { $lte: limit } }
  for (const stored of [...searchAll(unit, collection, engine.multikeys, { filter, hint: index.name })])
    if (isOver(indexValues(stored.document, path), limit)) engine.records.remove(unit, collection, stored)
}

/** Of several dates the earliest counts; what is no date never expires. */
function isOver(values: unknown[], limit: Date): boolean {
  return values.some((value) => value instanceof Date && value <= limit)
}
