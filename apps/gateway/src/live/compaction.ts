import { aReplica, sameState } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import * as Y from 'yjs'
import type { DocumentLog } from './document-log.js'
import { timesOf } from './history/written-at.js'
import { loadDocument } from './load-document.js'
import { trustFor } from './room.js'

/** How long a row that a snapshot holds stays in the log, in milliseconds. */
export const keepRowsFor = 3 * trustFor

/** Whether the log has grown long enough, or the document's last reader has gone and it is worth tidying. */
export function isDue(rows: number, bytes: number, snapshotBytes: number, idle: boolean): boolean {
  return rows > 500 || bytes >= Math.max(256 * 1024, snapshotBytes) || (idle && rows > 50)
}

/** The snapshot that was made, and how many rows it made superfluous. */
export interface Compacted {
  seq: number
  bytes: number
  pruned: number
}

/**
 * Replaces rows by a snapshot. Built from what the log says, not from memory; read back and compared before the rows go.
 * Wherever it is cut off, the same document loads. Rows of the last `keepFor` milliseconds stay a while: a node that was
 * paused must still find its sequence number taken. null when there was nothing to do.
 */
export async function compact(
  log: DocumentLog,
  id: DocumentId,
  at: Date,
  keepFor = keepRowsFor,
  /** Rows after it are not yet known for so long by a clock that is nobody else's: writers' clocks may be wrong. */
  upTo = Number.POSITIVE_INFINITY,
): Promise<Compacted | null> {
  const loaded = await loadDocument(log, id)
  if (!loaded || loaded.quarantined) return null
  const { epoch, doc } = loaded
  // The seal stays a row: whoever loads the document, or tries to write on, must meet it.
  const rows = loaded.rows.length - (loaded.sealed ? 1 : 0)
  const seq = loaded.seq - (loaded.sealed ? 1 : 0)
  if (rows === 0) return null
  const state = Y.encodeStateAsUpdate(doc)
  if (!sameState(doc, fromState(state))) throw new Error(`Snapshot of ${id} at ${seq} would differ from its log`)
  await log.saveSnapshot({ documentId: id, epoch, seq, at }, state)
  // Something was taken out of the document meanwhile: what was read before must not stay behind.
  if ((await log.find(id))?.epoch !== epoch) {
    await log.forget(id, epoch)
    return null
  }
  const back = await log.snapshot(id, epoch)
  if (!back || back.seq < seq || (back.seq === seq && !sameState(doc, fromState(back.state)))) {
    throw new Error(`Snapshot of ${id} at ${seq} does not read back`)
  }
  await log.written(id, timesOf(loaded.rows))
  const old = await log.covered(id, epoch, Math.min(seq, upTo), new Date(at.getTime() - keepFor))
  await log.prune(id, epoch, old)
  return { seq, bytes: state.length, pruned: old.length }
}

function fromState(state: Uint8Array): Y.Doc {
  const doc = aReplica()
  Y.applyUpdate(doc, state)
  return doc
}
