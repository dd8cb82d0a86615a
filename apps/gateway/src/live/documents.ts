import { aReplica, type Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import type { Connection } from 'mongoose'
import { documentLog } from './document-log.js'
import { loadDocument } from './load-document.js'

/** Live documents as features see them. */
export interface Documents {
  /** The document at its last durable row; `seq` 0 and empty when nobody has opened it yet. */
  read(id: DocumentId): Promise<{ seq: number; epoch: number; doc: Y.Doc }>
}

/** Reads documents from the log alone; needs no channel, so features can be given it before the channel is there. */
export function createDocuments(db: Connection): Documents {
  const log = documentLog(db)
  return {
    async read(id) {
      const loaded = await loadDocument(log, id)
      return loaded ? { seq: loaded.seq, epoch: loaded.epoch, doc: loaded.doc } : { seq: 0, epoch: 0, doc: aReplica() }
    },
  }
}
