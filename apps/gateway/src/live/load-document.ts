import { aReplica } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import * as Y from 'yjs'
import { contiguous } from './append.js'
import type { UpdateRecord } from './document.model.js'
import type { DocumentReader } from './document-log.js'

/** A document as the log has it. */
export interface Loaded {
  /** When we began to read it: of what has come since, some may be missing. */
  asOf: number
  epoch: number
  seq: number
  doc: Y.Doc
  /** A hole or a wrong hash: what is there may be read, nothing may be written. */
  quarantined: boolean
  /** Its last row is the seal: nothing is written any more. */
  sealed: boolean
  /** Since the snapshot. */
  rows: readonly UpdateRecord[]
  bytes: number
  snapshotBytes: number
  projectedSeq: number
  /** The mark of the last time somebody asked for quiet. */
  quiet: string | null
}

const attempts = 3

/** Builds a document from its newest whole snapshot and the rows after it; null when it has never been begun. */
export async function loadDocument(log: DocumentReader, id: DocumentId): Promise<Loaded | null> {
  for (let attempt = 1; ; attempt++) {
    const loaded = await loadOnce(log, id)
    // Compaction on another node may have taken away the snapshot that was just being read; a real hole stays one.
    if (!loaded?.quarantined || attempt === attempts) return loaded
  }
}

async function loadOnce(log: DocumentReader, id: DocumentId): Promise<Loaded | null> {
  const asOf = Date.now()
  const record = await log.find(id)
  if (!record) return null
  const { epoch, projectedSeq, snapshotSeq } = record
  // Before the snapshot: rows that compaction on another node has taken away by now are then in the one we find. The other way
  // round they would be in neither, and the document would seem to end where it goes on.
  const found = await log.after(id, epoch, snapshotSeq)
  const snapshot = await log.snapshot(id, epoch)
  const from = snapshot?.seq ?? 0
  // Without the one that should be there, what can still be read is shown.
  const isDamaged = from < snapshotSeq
  const rows = isDamaged ? await log.after(id, epoch, from) : found.filter(({ seq }) => seq > from)
  const whole = contiguous(rows, from)
  const doc = aReplica()
  const updates = [...(snapshot ? [snapshot.state] : []), ...whole.map(({ update }) => update)]
  const applied = applyAll(doc, updates)
  return {
    asOf,
    epoch,
    seq: from + whole.length,
    doc,
    quarantined: !applied || whole.length < rows.length || isDamaged,
    sealed: whole.at(-1)?.sealed === true,
    rows: whole,
    bytes: whole.reduce((sum, { update }) => sum + update.length, 0),
    snapshotBytes: snapshot?.bytes ?? 0,
    projectedSeq,
    quiet: record.quiet ?? null,
  }
}

function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return doc.store.pendingStructs === null && doc.store.pendingDs === null
  } catch {
    return false
  }
}
