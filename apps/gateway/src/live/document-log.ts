import { hash, randomInt, randomUUID } from 'node:crypto'
import { Refusal } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import { type ClientSession, type Connection, mongo } from 'mongoose'
import { z } from 'zod'
import type { IsCurrent } from '../platform/transaction.js'
import type { Owned } from './client-owners.js'
import {
  type ClientRecord,
  type DocumentRecord,
  documentModels,
  type SnapshotChunkRecord,
  type SnapshotRecord,
  type UpdateRecord,
  type VersionRecord,
  type WrittenAt,
} from './document.model.js'
import { gatherWrites } from './gather-writes.js'

/** How far a history has come. */
export interface Head {
  id: DocumentId
  epoch: number
  seq: number
}

/** A snapshot with its bytes, checked. */
export interface Snapshot extends SnapshotRecord {
  state: Uint8Array
}

/** What loading a document needs. */
export interface DocumentReader {
  find(id: DocumentId): Promise<DocumentRecord | null>
  /** Rows after `seq`, oldest first, as they are: `isIntact` says whether a row is what was written. */
  after(id: DocumentId, epoch: number, seq: number): Promise<UpdateRecord[]>
  /** The newest snapshot that is whole; null without one. */
  snapshot(id: DocumentId, epoch: number): Promise<Snapshot | null>
}

/**
 * The truth about live documents: an append-only log with a gapless sequence, and snapshots of it.
 * Knows no Yjs: bytes in, bytes out.
 */
export interface DocumentLog extends DocumentReader {
  /** Begins a history; whoever comes second gets the first one's. */
  begin(id: DocumentId): Promise<DocumentRecord>
  /** Compare-and-set: throws when a sequence number is taken. Resolves when a majority has them journalled. */
  insert(rows: readonly UpdateRecord[]): Promise<void>
  /** Chunks first, then the row that makes them count, then the pointer, which only moves forward. */
  saveSnapshot(
    snapshot: Omit<SnapshotRecord, '_id' | 'chunks' | 'bytes' | 'sha256'>,
    state: Uint8Array,
  ): Promise<string>
  /** Takes away snapshots of histories that have ended, however late they were made. */
  forget(id: DocumentId, epoch: number): Promise<void>
  /** Rows up to `seq` that were written before a time: what a snapshot at `seq` makes superfluous. */
  covered(id: DocumentId, epoch: number, seq: number, before: Date): Promise<string[]>
  /** Deletes exactly these rows, and snapshots but the two newest. */
  prune(id: DocumentId, epoch: number, rows: readonly string[]): Promise<void>
  /**
   * Whether the document is still in this history, for who writes elsewhere what it says; with a sequence number also whether nobody
   * has written there what it said later.
   */
  isCurrent(id: DocumentId, epoch: number, seq?: number): IsCurrent
  /** Of these histories alone: what is known of one says nothing of the next. */
  projected(heads: readonly Head[]): Promise<void>
  /** Those that have come further, or go on in another history. */
  newer(heads: readonly Head[]): Promise<Set<DocumentId>>
  /** Leaves a mark that nodes look for, see quiet.ts. */
  quiet(id: DocumentId, mark: string): Promise<void>
  /** The marks that were left on these documents. */
  quietMarks(ids: readonly DocumentId[]): Promise<Map<string, string>>
  /** Documents whose projection a crash left behind; the search may be broken off. */
  unprojected(until: AbortSignal): AsyncIterable<DocumentId>
  /** Whose client id it is: the person who claimed it first. Rejects with Refusal while the database is away. */
  claim(id: DocumentId, clientId: number, personId: string, at: Date): Promise<string>
  claims(id: DocumentId): Promise<Map<number, Owned>>
  /** Keeps when client ids wrote, for the time when their rows are gone. Told twice it is kept once. */
  written(
    id: DocumentId,
    times: ReadonlyMap<number, readonly WrittenAt[]>,
    within?: { session?: ClientSession },
  ): Promise<void>
}

const chunkBytes = 4 * 1024 * 1024
/** The embedded engine goes by its indexes for so many alternatives. */
const mostAlternatives = 50

export function newRow(
  documentId: DocumentId,
  epoch: number,
  update: Uint8Array,
  personId: string | null,
  at: Date,
): UpdateRecord {
  return { _id: randomUUID(), documentId, epoch, seq: 0, update, hash: sha256(update), personId, at }
}

/** Whether a row holds what was written. */
export const isIntact = ({ update, hash }: UpdateRecord): boolean => sha256(update) === hash

/** A row as the driver stores it. */
export const stored = ({ parts, ...row }: UpdateRecord): UpdateRecord<mongo.Binary> => ({
  ...row,
  update: new mongo.Binary(row.update),
  ...(parts && {
    parts: parts.map(({ personId, deleted }) => ({ personId, ...(deleted && { deleted: new mongo.Binary(deleted) }) })),
  }),
})

/** A history that begins now. */
export function newDocument(id: DocumentId): DocumentRecord {
  const [kind = '', ...rest] = id.split(':')
  const epoch = randomInt(1, 2 ** 47)
  return { _id: id, kind, parent: rest.join(':'), epoch, snapshotSeq: 0, projectedSeq: 0, at: new Date() }
}

/** The collections of the log, as the driver gives them. */
export function documentCollections(db: Connection) {
  documentModels(db)
  return {
    documents: db.collection<DocumentRecord>('documents'),
    updates: db.collection<UpdateRecord<mongo.Binary | Uint8Array>>('documentUpdates'),
    snapshots: db.collection<SnapshotRecord>('documentSnapshots'),
    chunks: db.collection<SnapshotChunkRecord<mongo.Binary | Uint8Array>>('documentSnapshotChunks'),
    clients: db.collection<ClientRecord>('documentClients'),
    versions: db.collection<VersionRecord>('documentVersions'),
  }
}
export type Collections = ReturnType<typeof documentCollections>

/** What says which chunks make a state, and which bytes they must be. */
export type Manifest = Pick<SnapshotRecord, '_id' | 'chunks' | 'sha256'>

/** A state in pieces that the database takes, under the id of its manifest. */
export function chunksOf(snapshotId: string, state: Uint8Array): SnapshotChunkRecord<mongo.Binary>[] {
  return Array.from({ length: Math.max(1, Math.ceil(state.length / chunkBytes)) }, (_, index) => {
    const data = new mongo.Binary(state.slice(index * chunkBytes, (index + 1) * chunkBytes))
    return { _id: `${snapshotId}:${index}`, snapshotId, index, data }
  })
}

/** Reads as of now or, with a session, as of the beginning of its transaction. */
export function documentReader(
  { documents, updates, snapshots, chunks }: Collections,
  within: { session?: ClientSession } = {},
): DocumentReader & { stateOf(manifest: Manifest): Promise<Uint8Array | null> } {
  const readSnapshot = async (manifest: Manifest): Promise<Uint8Array | null> => {
    const rows = await chunks.find({ snapshotId: manifest._id }, within).sort({ index: 1 }).toArray()
    if (rows.length !== manifest.chunks || rows.some(({ index }, i) => index !== i)) return null
    const state = Buffer.concat(rows.map(({ data }) => bytesOf(data)))
    return sha256(state) === manifest.sha256 ? new Uint8Array(state) : null
  }
  return {
    stateOf: readSnapshot,
    find: (id) => documents.findOne({ _id: id }, within),
    async after(documentId, epoch, seq) {
      const rows = await updates
        .find({ documentId, epoch, seq: { $gt: seq } }, within)
        .sort({ seq: 1 })
        .toArray()
      return rows.map(({ parts, ...row }) => ({
        ...row,
        update: bytesOf(row.update),
        ...(parts && {
          parts: parts.map(({ personId, deleted }) => ({ personId, ...(deleted && { deleted: bytesOf(deleted) }) })),
        }),
      }))
    },
    async snapshot(documentId, epoch) {
      for await (const manifest of snapshots.find({ documentId, epoch }, within).sort({ seq: -1 })) {
        const state = await readSnapshot(manifest)
        if (state) return { ...manifest, state }
      }
      return null
    },
  }
}

export function documentLog(db: Connection): DocumentLog {
  const collections = documentCollections(db)
  const { documents, updates, snapshots, chunks, clients } = collections
  const { stateOf: readSnapshot, ...reading } = documentReader(collections)
  const durable = { writeConcern: { w: 'majority', journal: true } } as const
  const insertRow = gatherWrites(
    ({ documentId }: UpdateRecord) => documentId,
    (rows) => insertUnordered(db, updates.collectionName, rows.map(stored)),
  )
  const insertClient = gatherWrites(
    ({ _id }: ClientRecord) => _id,
    (claims) => insertUnordered(db, clients.collectionName, claims),
  )

  return {
    ...reading,
    async begin(id) {
      const record = newDocument(id)
      try {
        await documents.insertOne(record, durable)
        return record
      } catch (error) {
        const first = isTaken(error) ? await documents.findOne({ _id: id }) : null
        if (!first) throw error
        return first
      }
    },
    async insert(rows) {
      const [row] = rows
      if (row && rows.length === 1) await insertRow(row)
      else await updates.insertMany(rows.map(stored), { ordered: true, ...durable })
    },
    async saveSnapshot(at, state) {
      const _id = randomUUID()
      const pieces = chunksOf(_id, state)
      for (const piece of pieces) await chunks.insertOne(piece, durable)
      const manifest = { ...at, _id, chunks: pieces.length, bytes: state.length, sha256: sha256(state) }
      if (!(await readSnapshot(manifest))) throw new Refusal('internal', { what: 'snapshot not readable' })
      await snapshots.insertOne(manifest, durable)
      await documents.updateOne(
        { _id: at.documentId, epoch: at.epoch, snapshotSeq: { $lt: at.seq } },
        { $set: { snapshotSeq: at.seq } },
        durable,
      )
      return _id
    },
    async forget(documentId, epoch) {
      for (const { _id } of await snapshots.find({ documentId, epoch }).toArray()) {
        await snapshots.deleteOne({ _id }, durable)
        await chunks.deleteMany({ snapshotId: _id }, durable)
      }
    },
    async covered(documentId, epoch, seq, before) {
      const rows = updates.find({ documentId, epoch, seq: { $lte: seq }, at: { $lte: before } })
      return (await rows.project<{ _id: string }>({ _id: 1 }).toArray()).map(({ _id }) => _id)
    },
    async prune(documentId, epoch, rows) {
      for (let at = 0; at < rows.length; at += 500) {
        await updates.deleteMany({ _id: { $in: rows.slice(at, at + 500) } }, durable)
      }
      const old = await snapshots.find({ documentId, epoch }).sort({ seq: -1 }).skip(2).toArray()
      for (const { _id } of old) {
        await snapshots.deleteOne({ _id }, durable)
        await chunks.deleteMany({ snapshotId: _id }, durable)
      }
    },
    isCurrent: (_id, epoch, seq) => async (session) => {
      const [notBehind, told] =
        seq === undefined ? [{}, {}] : [{ toldSeq: { $not: { $gt: seq } } }, { $set: { toldSeq: seq } }]
      // Not only read: a write is what whoever ends the history at the same moment meets.
      const change = { $inc: { followed: 1 }, ...told }
      const { matchedCount } = await documents.updateOne({ _id, epoch, ...notBehind }, change, { session })
      return matchedCount > 0
    },
    async projected(heads) {
      const updates = heads.map(({ id, epoch, seq }) => ({
        q: { _id: id, epoch, projectedSeq: { $lt: seq } },
        u: { $set: { projectedSeq: seq } },
      }))
      // What is lost of it is projected once more after a start.
      await db.db?.command({ update: documents.collectionName, updates, ordered: false })
    },
    async newer(heads) {
      const found = new Set<DocumentId>()
      for (let at = 0; at < heads.length; at += mostAlternatives) {
        const some = heads.slice(at, at + mostAlternatives)
        const $or = some.map(({ id, epoch, seq }) => ({ documentId: id, epoch, seq: { $gt: seq } }))
        for (const { documentId } of await updates.find({ $or }).project({ _id: 0, documentId: 1 }).toArray())
          found.add(documentId)
      }
      // Afterwards: rows that went into a snapshot meanwhile are seen by that.
      const known = new Map(heads.map((head) => [head.id, head]))
      const records = documents
        .find({ _id: { $in: [...known.keys()] } })
        .project<Pick<DocumentRecord, '_id' | 'epoch' | 'snapshotSeq'>>({ epoch: 1, snapshotSeq: 1 })
      for (const { _id, epoch, snapshotSeq } of await records.toArray()) {
        const head = known.get(_id as DocumentId)
        if (head && (head.epoch !== epoch || snapshotSeq > head.seq)) found.add(head.id)
      }
      return found
    },
    async quiet(id, mark) {
      await documents.updateOne({ _id: id }, { $set: { quiet: mark } })
    },
    async quietMarks(ids) {
      const marked = documents.find({ _id: { $in: [...ids] }, quiet: { $exists: true } })
      const all = await marked.project<{ _id: string; quiet: string }>({ quiet: 1 }).toArray()
      return new Map(all.map(({ _id, quiet }) => [_id, quiet]))
    },
    async *unprojected(until) {
      for await (const { _id, epoch, projectedSeq, snapshotSeq } of documents.find({})) {
        if (until.aborted) return
        const newer =
          snapshotSeq > projectedSeq || (await updates.findOne({ documentId: _id, epoch, seq: { $gt: projectedSeq } }))
        if (newer) yield _id as DocumentId
      }
    },
    async claim(documentId, clientId, personId, at) {
      const _id = `${documentId} ${clientId}`
      try {
        await insertClient({ _id, documentId, clientId, personId, at })
        return personId
      } catch (error) {
        const first = isTaken(error) ? await clients.findOne({ _id }).catch(() => null) : null
        if (!first) throw new Refusal('unavailable', { retryAfter: 2_000 }) // whoever wrote sends it again
        return first.personId
      }
    },
    async claims(documentId) {
      // Ids under which words were brought back are nobody's to write with, and count for nobody.
      const all = await clients.find({ documentId, madeBy: { $exists: false } }).toArray()
      return new Map(all.map(({ clientId, personId, at }) => [clientId, { personId, at }]))
    },
    async written(documentId, times, within: { session?: ClientSession } | typeof durable = durable) {
      for (const [client, told] of times) {
        const _id = `${documentId} ${client}`
        const known = await clients.findOne({ _id }, 'session' in within ? within : {})
        if (!known || known.madeBy) continue
        const all = new Map([...(known.times ?? []), ...told].map((one) => [one.clock, one]))
        const sorted = [...all.values()].sort((a, b) => a.clock - b.clock)
        if (all.size > (known.times ?? []).length) await clients.updateOne({ _id }, { $set: { times: sorted } }, within)
      }
    },
  }
}

const inserted = z.object({
  writeErrors: z.array(z.object({ index: z.number(), code: z.number(), errmsg: z.string() })).default([]),
  /** Written, but not known to be durable. */
  writeConcernError: z.object({ code: z.number(), errmsg: z.string() }).optional(),
})

/** One command; why each document could not be written, or null. The driver's own `insertMany` costs several times as much. */
export async function insertUnordered(db: Connection, insert: string, documents: readonly object[]) {
  const command = { insert, documents, ordered: false, writeConcern: { w: 'majority', j: true } }
  const { writeErrors, writeConcernError } = inserted.parse(await db.db?.command(command))
  if (writeConcernError) throw new mongo.MongoServerError(writeConcernError)
  const failed = new Map(writeErrors.map((error) => [error.index, new mongo.MongoServerError(error)]))
  return documents.map((_document, i) => failed.get(i) ?? null)
}

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex')

/** A number or an id that somebody else has. */
export const isTaken = (error: unknown): boolean => error instanceof mongo.MongoServerError && error.code === 11000

function bytesOf(value: mongo.Binary | Uint8Array): Uint8Array {
  // Copied: the driver's bytes are a window on a whole reply, which they would keep in memory.
  return new Uint8Array(value instanceof mongo.Binary ? value.value() : value)
}
