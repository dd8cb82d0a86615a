import { randomInt, randomUUID } from 'node:crypto'
import { aReplica, type DocumentSchema } from '@camau/collab'
import { authoredBlocks } from '@camau/collab/authored-blocks'
import { Refusal, type VersionKind } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import { type ClientSession, type Connection, mongo } from 'mongoose'
import * as Y from 'yjs'
import { Overtaken } from '../platform/transaction.js'
import { admit, checkDecoded, decode } from './admission.js'
import type { ClientRecord, UpdateRecord, VersionRecord } from './document.model.js'
import { documentCollections, documentLog, documentReader, newRow, sha256, stored } from './document-log.js'
import { type Authors, readAuthors } from './history/authors.js'
import { compareTexts, wordCount } from './history/compare-texts.js'
import { createVersions, type Versions } from './history/versions.js'
import { timesOf } from './history/written-at.js'
import { type Loaded, loadDocument } from './load-document.js'
import { overtaken, putRow } from './put-row.js'
import { askForQuiet } from './quiet.js'
import { trustFor } from './room.js'

/** The transaction of a command, as far as documents are concerned. */
export interface Within {
  session: ClientSession
  at: Date
}

/** A version to keep: `id` is its own, so that the same one is never kept twice. */
export interface Keeping {
  id: string
  kind: VersionKind
  label: string | null
  personId: string | null
}

/** An edit that the server makes in somebody's name. `id` is its row's. */
export interface Editing {
  id: string
  personId: string
  /** Changes the document, and says whose client ids it used. */
  change(doc: Y.Doc): readonly Claimed[]
}

export type Claimed = Pick<ClientRecord, 'clientId' | 'personId' | 'at' | 'madeBy'>

/** What became durable; null where the change changed nothing. */
export type Edited = { documentId: DocumentId; epoch: number; seq: number; update: Uint8Array } | null

/** The past of live documents: versions, authors, and the two things that are done to a document but not typed into it. */
export interface History {
  versions: Versions
  authors(id: DocumentId): Promise<Authors>
  /** The document at its last row as the transaction sees it; null when nobody has written the first content yet. */
  textOf(id: DocumentId, within?: Within): Promise<Loaded | null>
  /** Keeps the document as it stands in the transaction. null when there is nothing, or nothing new since the last version where `onlyIfNew`. */
  keep(within: Within, id: DocumentId, keeping: Keeping, onlyIfNew?: boolean): Promise<VersionRecord | null>
  /** One more row, as if somebody had typed it. Throws Overtaken when a row came in meanwhile. */
  edit(within: Within, id: DocumentId, editing: Editing): Promise<Edited>
  /** Documents with rows that no version holds yet, apart from first content, which nobody wrote. */
  changedSinceKept(): Promise<string[]>
  /**
   * Takes away what a crash, or a node that had not heard yet, left behind: snapshots of histories that have ended, and chunks
   * that belong to nothing. `before` is what the sweep before found: what is only being written is not left behind.
   */
  sweep(before: ReadonlySet<string>): Promise<ReadonlySet<string>>
  /** Asks who writes to pause until the row of this id is there: for an edit that was overtaken. */
  pause(id: DocumentId, rowId: string): Promise<void>
  /**
   * Ends this history and begins another with what is left: nothing of what was before stays but that there were rows. Throws Overtaken
   * when a row came in meanwhile, and has asked for quiet then.
   */
  beginAnew(within: Within, id: DocumentId, change: Change): Promise<Anew>
}

/** What is done to a document and to every version of it alike, and to what versions are called. */
export interface Change {
  /** Gives who wrote what stands there instead; null when nothing was changed. */
  change(doc: Y.Doc): readonly Claimed[] | null
  words(label: string): string
}

/** The new history, with the document as it begins. */
export interface Anew {
  epoch: number
  seq: number
  doc: Y.Doc
  sealed: boolean
  versions: number
}

const nothing = Y.encodeStateAsUpdate(new Y.Doc())

export function createHistory(db: Connection, schemaOf: (id: DocumentId) => DocumentSchema): History {
  const collections = documentCollections(db)
  const log = documentLog(db)
  const { documents, updates, snapshots, chunks, clients } = collections
  const versions = createVersions(collections)

  const textOf = async (id: DocumentId, within?: Within): Promise<Loaded | null> => {
    const reader = documentReader(collections, within ? { session: within.session } : {})
    const loaded = await loadDocument(reader, id)
    return loaded && (loaded.seq > 0 || loaded.quarantined) ? loaded : null
  }
  const whole = async (id: DocumentId, within: Within): Promise<Loaded> => {
    const loaded = await textOf(id, within)
    if (!loaded) throw new Refusal('not-found')
    if (loaded.quarantined) throw new Refusal('quarantined')
    return loaded
  }
  const claim = async ({ session }: Within, documentId: DocumentId, claims: readonly Claimed[]) => {
    const unique = new Map(claims.map((one) => [one.clientId, one]))
    const records = [...unique.values()].map((one) => ({ ...one, _id: `${documentId} ${one.clientId}`, documentId }))
    if (records.length > 0) await clients.insertMany(records, { session })
  }

  return {
    versions,
    textOf,
    authors: (id) => readAuthors(collections, id),
    pause: (id, rowId) => askForQuiet(log, id, rowId),

    async changedSinceKept() {
      const changed: string[] = []
      for await (const { _id: documentId, epoch, snapshotSeq } of documents.find({})) {
        const last = await updates.findOne({ documentId, epoch }, { sort: { seq: -1 }, projection: { seq: 1 } })
        const seq = Math.max(last?.seq ?? 0, snapshotSeq)
        const kept = await collections.versions.findOne(
          { documentId },
          { sort: { at: -1 }, projection: { epoch: 1, seq: 1 } },
        )
        if (seq > 1 && !(kept?.epoch === epoch && kept.seq >= seq)) changed.push(documentId)
      }
      return changed
    },

    async sweep(before) {
      for await (const { _id: documentId, epoch } of documents.find({})) {
        // It may have begun since the first question.
        for (const { epoch: ended } of await snapshots.find({ documentId, epoch: { $ne: epoch } }).toArray())
          if (!(await documents.findOne({ _id: documentId, epoch: ended })))
            await log.forget(documentId as DocumentId, ended)
      }
      const orphans = new Set<string>()
      for await (const { snapshotId } of chunks.find({ index: 0 }, { projection: { snapshotId: 1 } })) {
        const owner =
          (await snapshots.findOne({ _id: snapshotId })) ?? (await collections.versions.findOne({ _id: snapshotId }))
        if (!owner && before.has(snapshotId)) await chunks.deleteMany({ snapshotId })
        else if (!owner) orphans.add(snapshotId)
      }
      return orphans
    },

    async keep(within, id, { id: _id, kind, label, personId }, onlyIfNew = false) {
      const loaded = await textOf(id, within)
      if (!loaded || loaded.quarantined) return null
      const before = await versions.last(id, within.session)
      if (onlyIfNew && before && sha256(Y.encodeStateAsUpdate(loaded.doc)) === before.sha256) return null
      const blocks = authoredBlocks(loaded.doc, schemaOf(id))
      const text = before && (await versions.readable(before, within.session))
      const earlier = text ? authoredBlocks(text, schemaOf(id)) : []
      const { insertedWords: inserted, deletedWords: deleted } = compareTexts(earlier, blocks)
      const words = wordCount(blocks.flatMap(({ runs }) => runs))
      const { epoch, seq } = loaded
      const version = {
        _id,
        documentId: id,
        epoch,
        seq,
        kind,
        label,
        personId,
        at: within.at,
        words,
        inserted,
        deleted,
        redactedAt: null,
      }
      // Who takes words out at the same moment would not see this version, and we still have the words.
      if (!(await log.isCurrent(id, epoch)(within.session))) throw new Overtaken('something was taken out meanwhile')
      return versions.add(version, loaded.doc, within.session)
    },

    async edit(within, id, { id: rowId, personId, change }) {
      const { doc, epoch, seq, sealed } = await whole(id, within)
      if (sealed) throw new Refusal('minutes-agreed')
      const before = aReplica()
      Y.applyUpdate(before, Y.encodeStateAsUpdate(doc))
      let update: Uint8Array | null = null
      doc.once('update', (bytes: Uint8Array) => {
        update = bytes
      })
      const claims = change(doc)
      if (!update) return null
      const brought = checked(before, schemaOf(id), update)
      await claim(within, id, claims)
      const row: UpdateRecord = { ...newRow(id, epoch, brought, personId, within.at), _id: rowId, seq: seq + 1 }
      await updates.insertOne(stored(row), { session: within.session }).catch(overtaken)
      return { documentId: id, epoch, seq: row.seq, update: brought }
    },

    async beginAnew(within, id, { change, words }) {
      const { session, at } = within
      const { doc, epoch: old, seq, sealed, rows: past } = await whole(id, within)
      // Before all the rest, which takes longer than somebody who types leaves us: the number is ours, and so is the pointer. What is
      // here now may still be held by a node that sleeps: it must find its number taken, and the end behind it.
      const end: UpdateRecord = { ...newRow(id, old, nothing, null, at), seq: seq + 1, sealed: true, moved: true }
      if (sealed) await updates.updateOne({ documentId: id, epoch: old, seq }, { $set: { moved: true } }, { session })
      else await putRow({ log, updates }, session, id, end)
      const epoch = randomInt(1, 2 ** 47)
      await documents.updateOne(
        { _id: id, epoch: old },
        { $set: { epoch, snapshotSeq: 0, projectedSeq: 0, toldSeq: 0 } },
        { session },
      )
      await log.written(id, timesOf(past), { session })
      const claims = [...(change(doc) ?? [])]
      const all = await versions.all(id, session)
      for (const version of all) {
        const text = await versions.readable(version, session)
        if (!text) {
          await versions.dropBytes(version, session) // nobody can tell any more what stands in them
          continue
        }
        const mine = change(text)
        const label = version.label && words(version.label)
        if (!mine && label === version.label) continue
        claims.push(...(mine ?? []))
        await versions.replace({ ...version, label, redactedAt: at }, text, session)
      }
      const before = new Date(at.getTime() - 3 * trustFor)
      await updates.deleteMany({ documentId: id, epoch: old, seq: { $lt: seq }, at: { $lte: before } }, { session })
      const blank = { update: new mongo.Binary(nothing), hash: sha256(nothing), personId: null }
      await updates.updateMany({ documentId: id, epoch: old }, { $set: blank, $unset: { parts: '' } }, { session })
      for (const { _id } of await snapshots.find({ documentId: id }, { session }).toArray()) {
        await chunks.deleteMany({ snapshotId: _id }, { session })
        await snapshots.deleteOne({ _id }, { session })
      }
      const begun: UpdateRecord[] = [{ ...newRow(id, epoch, Y.encodeStateAsUpdate(doc), null, at), seq: 1 }]
      if (sealed) begun.push({ ...newRow(id, epoch, nothing, null, at), seq: 2, sealed: true })
      await updates.insertMany(begun.map(stored), { session })
      await claim(within, id, claims)
      return { epoch, seq: begun.length, doc, sealed, versions: all.length }
    },
  }
}

/** The server's own edits are looked at as everybody's are: what a version once held may no longer be allowed. */
function checked(before: Y.Doc, schema: DocumentSchema, update: Uint8Array): Uint8Array {
  const decoded = decode(update)
  checkDecoded(before, schema, decoded)
  const brought = admit(before, schema, update, decoded)
  if (!brought) throw new Refusal('malformed')
  return brought
}

/** A new Yjs client id that nobody has in the document. */
export function freshClient(doc: Y.Doc): number {
  for (;;) {
    const client = randomInt(2, 2 ** 32)
    if (Y.getState(doc.store, client) === 0) return client
  }
}

export const newRowId = (): string => randomUUID()
