import { aReplica } from '@camau/collab'
import { Refusal } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { ClientSession, Connection } from 'mongoose'
import * as Y from 'yjs'
import type { Publisher } from '../platform/bus.js'
import { Overtaken } from '../platform/transaction.js'
import type { UpdateRecord } from './document.model.js'
import { documentCollections, documentLog, documentReader, newDocument, newRow, stored } from './document-log.js'
import { firstContent, serverEdit } from './first-content.js'
import { loadDocument } from './load-document.js'
import { overtaken, putRow } from './put-row.js'
import { whySealed } from './room.js'

/** A document at one row. */
export interface DocumentText {
  seq: number
  epoch: number
  doc: Y.Doc
}

/** What sealing happens in: a transaction, and its time. */
export interface Sealing {
  session: ClientSession
  at: Date
}

/** What an edit of the server's own happens in. */
export interface Editing extends Sealing {
  afterCommit(tell: (bus: Publisher) => void): void
}

/** As in `LiveDocument`. */
type FirstContent = () => Promise<(doc: Y.Doc) => void>

/** Live documents as features see them. */
export interface Documents {
  /** The document at its last durable row; `seq` 0 and empty when nobody has opened it yet. */
  read(id: DocumentId): Promise<DocumentText>
  /**
   * Ends the document's log within the transaction, and gives the document as it stays: once this is committed no node writes
   * another row. `first` writes what it holds when nobody ever opened it. Throws Overtaken when a row came in meanwhile.
   */
  seal(tx: Sealing, id: DocumentId, first: FirstContent): Promise<DocumentText>
  /**
   * Changes the document as part of the transaction, in nobody's name; open editors hear of it once that is committed. What nobody ever
   * opened is begun with `first`. Gives the document as it then is. Throws Refusal('quarantined') and Refusal('minutes-agreed'), and
   * Overtaken when a row came in meanwhile.
   */
  edit(tx: Editing, id: DocumentId, first: FirstContent, change: (doc: Y.Doc) => void): Promise<Y.Doc>
  /** At the next start of the channel every document's `project` runs once more: for what was not projected before. */
  projectAgain(): Promise<void>
}

const nothing = Y.encodeStateAsUpdate(new Y.Doc())

/** Works on the log alone; needs no channel, so features can be given it before the channel is there. */
export function createDocuments(db: Connection): Documents {
  const log = documentLog(db)
  const collections = documentCollections(db)
  const { documents, updates } = collections

  /** The history, and the number of its last row; both come to be when nobody ever opened the document. */
  const headOf = async ({ session, at }: Sealing, id: DocumentId, first: FirstContent) => {
    const record = await documents.findOne({ _id: id }, { session })
    const { epoch, snapshotSeq } = record ?? newDocument(id)
    const last = await updates.findOne({ documentId: id, epoch }, { session, sort: { seq: -1 } })
    const head = { epoch, seq: Math.max(last?.seq ?? 0, snapshotSeq), isSealed: last?.sealed === true }
    if (!record) await documents.insertOne({ ...newDocument(id), epoch }, { session })
    if (head.seq > 0) return head
    const row = { ...newRow(id, epoch, firstContent(await first()), null, at), seq: 1 }
    await updates.insertOne(stored(row), { session })
    return { ...head, seq: 1 }
  }

  const within = ({ session }: Sealing, id: DocumentId) => loadDocument(documentReader(collections, { session }), id)

  return {
    async read(id) {
      const loaded = await loadDocument(log, id)
      return loaded ?? { seq: 0, epoch: 0, doc: aReplica() }
    },
    async seal(tx, id, first) {
      const { epoch, seq, isSealed } = await headOf(tx, id, first).catch(overtaken)
      const seal: UpdateRecord = { ...newRow(id, epoch, nothing, null, tx.at), seq: seq + 1, sealed: true }
      // Before the text is read: the sooner the number is ours, the fewer writers come in between.
      if (!isSealed) await putRow({ log, updates }, tx.session, id, seal)
      const loaded = await within(tx, id)
      if (!loaded || loaded.quarantined || !loaded.sealed) throw new Refusal('quarantined')
      return { seq: loaded.seq, epoch, doc: loaded.doc }
    },
    async edit(tx, id, first, change) {
      await headOf(tx, id, first).catch(overtaken)
      const loaded = await within(tx, id)
      if (!loaded || loaded.quarantined) throw new Refusal('quarantined')
      if (loaded.sealed) throw new Refusal(whySealed)
      const { doc, epoch } = loaded
      const update = serverEdit(doc, change)
      // What it says now may be written elsewhere in this transaction: nobody writes over that what it said before.
      if (!(await log.isCurrent(id, epoch, loaded.seq + (update ? 1 : 0))(tx.session)))
        throw new Overtaken('told already')
      if (!update) return doc
      const row = { ...newRow(id, epoch, update, null, tx.at), seq: loaded.seq + 1 }
      await putRow({ log, updates }, tx.session, id, row)
      const said = { documentId: id, epoch, seq: row.seq, update, connectionId: null }
      tx.afterCommit((bus) => bus.publish('row', said))
      return doc
    },
    async projectAgain() {
      await documents.updateMany({}, { $set: { projectedSeq: 0 } })
    },
  }
}
