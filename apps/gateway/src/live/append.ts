import { Refusal } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { UpdateRecord } from './document.model.js'
import { type DocumentLog, isIntact } from './document-log.js'

export interface Appending {
  log: DocumentLog
  documentId: DocumentId
  epoch: number
  /** The last row this node has taken in. */
  head: number
  rows: readonly UpdateRecord[]
  /** How long to go on trying, in milliseconds. */
  patience: number
}

/**
 * Appends rows behind the head and gives everything the log holds after it, in order: our rows, and those other nodes
 * appended meanwhile. When an insert fails, or nobody knows whether it did, the log itself tells: a row is ours by its id.
 * A sealed row ends it: of our rows, only those before it are there.
 */
export async function append({ log, documentId, epoch, head, rows, patience }: Appending): Promise<UpdateRecord[]> {
  const until = performance.now() + patience
  const taken: UpdateRecord[] = []
  let left = rows
  for (let attempt = 0; left.length > 0; attempt++) {
    const last = taken.at(-1)?.seq ?? head
    const numbered = left.map((row, i) => ({ ...row, seq: last + 1 + i }))
    try {
      await log.insert(numbered)
      return [...taken, ...numbered]
    } catch (error) {
      if (performance.now() > until) throw error instanceof Refusal ? error : new Refusal('unavailable')
    }
    const found = await whatIsThere(log, documentId, epoch, last, until)
    taken.push(...contiguous(found, last))
    if (taken.at(-1)?.sealed) return taken
    const there = new Set(taken.map(({ _id }) => _id))
    left = left.filter(({ _id }) => !there.has(_id))
    // Short: whoever took our number has finished. A longer wait would only let the busier node win every time.
    if (attempt > 1) await pause(20 * Math.random())
  }
  return taken
}

async function whatIsThere(
  log: DocumentLog,
  documentId: DocumentId,
  epoch: number,
  after: number,
  until: number,
): Promise<UpdateRecord[]> {
  for (;;) {
    try {
      return await log.after(documentId, epoch, after)
    } catch {
      if (performance.now() > until) throw new Refusal('unavailable')
      await pause(100)
    }
  }
}

/** The rows up to the first hole; a row that is not what was written is one, and so is one after the seal. */
export function contiguous(rows: readonly UpdateRecord[], head: number): UpdateRecord[] {
  const end = rows.findIndex((row, i) => row.seq !== head + 1 + i || !isIntact(row) || rows[i - 1]?.sealed)
  return end === -1 ? [...rows] : rows.slice(0, end)
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
