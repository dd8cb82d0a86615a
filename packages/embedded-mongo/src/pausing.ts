import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Collection } from './catalog.js'
import type { Operation } from './operation.js'
import type { StoredDocument } from './records.js'
import { pause, type Query, search } from './search.js'

/** How long a search may keep everyone else waiting. */
const turnMilliseconds = 8

/** Visits what a query finds, letting other connections in between when it takes long. */
export async function searchPausing(
  operation: Operation,
  collection: Collection,
  query: Query,
  visit: (found: StoredDocument) => void,
): Promise<void> {
  let turn = performance.now()
  for (const found of search(operation.reader, collection, operation.engine.multikeys, query)) {
    if (found !== pause) visit(found)
    if (performance.now() - turn < turnMilliseconds) continue
    await nextTurn()
    operation.mayGoOn()
    turn = performance.now()
  }
}
