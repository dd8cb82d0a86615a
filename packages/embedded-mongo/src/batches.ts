import { setImmediate as nextTurn } from 'node:timers/promises'
import { MongoError } from './errors.js'
import { pause } from './search.js'

/** How much one batch may hold. */
export interface BatchLimit {
  readonly documents: number
  /** Called whenever others have had a turn; throws when the reading must stop. */
  readonly mayGoOn: () => void
}

/** Leaves room for the rest of the reply. */
const largestBatch = 16 * 1024 * 1024

/** How long a search may keep everyone else waiting. */
const turnMilliseconds = 8

/** What one batch took from a cursor. */
export interface TakenBatch {
  readonly documents: Uint8Array[]
  /** Read, but too much for this batch. */
  readonly held: Uint8Array | undefined
  readonly done: boolean
}

/** Reads a batch, letting other connections in between when it takes long. */
export async function takeBatch(
  results: Iterator<Uint8Array | typeof pause>,
  held: Uint8Array | undefined,
  { documents: most, mayGoOn }: BatchLimit,
): Promise<TakenBatch> {
  const documents: Uint8Array[] = held && most > 0 ? [held] : []
  let size = held?.length ?? 0
  let turn = performance.now()
  while (documents.length < most) {
    const { value, done } = results.next()
    if (done) return { documents, held: undefined, done: true }
    if (value !== pause) {
      size += value.length
      if (size > largestBatch && documents.length > 0) return { documents, held: value, done: false }
      documents.push(value)
    }
    if (performance.now() - turn < turnMilliseconds) continue
    await nextTurn()
    mayGoOn()
    turn = performance.now()
  }
  return { documents, held: most > 0 ? undefined : held, done: false }
}

/** Throws once the time a command was given is over. */
export function checkDeadline(deadline: number): void {
  if (performance.now() > deadline) throw new MongoError(50, 'operation exceeded time limit')
}
