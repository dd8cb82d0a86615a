import type { VersionKind } from '@camau/domain'
import { type Connection, Schema } from 'mongoose'
import { recordOptions } from '../platform/mongo.js'

/** A live document: which history it is in, and how far its snapshot and its projection have come. `_id` is the document's id. */
export interface DocumentRecord {
  _id: string
  kind: string
  /** The record it belongs to. */
  parent: string
  /** One history; changes only when something is redacted from it. Random, so that a device's edits never join another database's document. */
  epoch: number
  snapshotSeq: number
  projectedSeq: number
  at: Date
  /** How often something was written elsewhere of what it says, in a transaction: each changes it. */
  followed?: number
  /** Up to which row lists and search were told of it in such a transaction. */
  toldSeq?: number
  /** Changes whenever somebody asks writers to pause, so that a seal gets its turn. */
  quiet?: string
}

/** One durable row of the log. */
export interface UpdateRecord<Bytes = Uint8Array> {
  _id: string
  documentId: string
  epoch: number
  seq: number
  update: Bytes
  /** SHA-256 of the update. */
  hash: string
  /** Whose edits they are; null for what the server wrote, and where several wrote: then `parts` tells. */
  personId: string | null
  /** Absent in rows of one person. */
  parts?: readonly RowPart<Bytes>[]
  at: Date
  /** The last row there will ever be: it holds nothing, and nothing is written after it. */
  sealed?: true
  /** The seal of a history that goes on in another one, because something was taken out of it. */
  moved?: true
}

/** Somebody who wrote in a row together with others. What they typed carries their client id; what they deleted does not. */
export interface RowPart<Bytes = Uint8Array> {
  personId: string
  /** An update (V1) that holds their deletions alone; absent without any. */
  deleted?: Bytes
}

/** A whole document at one row. It counts once this row is there: its chunks are written before. */
export interface SnapshotRecord {
  _id: string
  documentId: string
  epoch: number
  seq: number
  chunks: number
  bytes: number
  sha256: string
  at: Date
}

export interface SnapshotChunkRecord<Bytes = Uint8Array> {
  _id: string
  snapshotId: string
  index: number
  data: Bytes
}

/** Whose a Yjs client id is in one document: authorship, for ever. */
export interface ClientRecord {
  _id: string
  documentId: string
  clientId: number
  personId: string
  /** When it was claimed; of words that were brought back, when they were first written. */
  at: Date
  /** Who had the server write in the person's name, as a restore does: nobody writes with this id. */
  madeBy?: string
  /** From which clock on it wrote when: what rows told before compaction took them away. */
  times?: WrittenAt[]
}

/** From this clock on a client id wrote at this time. */
export interface WrittenAt {
  clock: number
  at: Date
}

/** A whole document as it was, under a name, for ever. Its chunks stand beside those of snapshots, under its id. */
export interface VersionRecord {
  _id: string
  documentId: string
  epoch: number
  seq: number
  kind: VersionKind
  /** In somebody's own words, where they kept it by hand. */
  label: string | null
  /** null: nobody in person, as at night. */
  personId: string | null
  at: Date
  chunks: number
  bytes: number
  sha256: string
  /** Words in it, and how many came and went since the version before. */
  words: number
  inserted: number
  deleted: number
  /** When something was taken out of it. */
  redactedAt: Date | null
}

const needed = { type: String, required: true }
const count = { type: Number, required: true }
const bytes = { type: Buffer, required: true }
const time = { type: Date, required: true }

const documents = new Schema(
  {
    _id: needed,
    kind: needed,
    parent: needed,
    epoch: count,
    snapshotSeq: count,
    projectedSeq: count,
    at: time,
    followed: Number,
    toldSeq: Number,
    quiet: String,
  },
  recordOptions,
)
const updates = new Schema(
  {
    _id: needed,
    documentId: needed,
    epoch: count,
    seq: count,
    update: bytes,
    hash: needed,
    personId: String,
    parts: { type: [new Schema({ personId: needed, deleted: Buffer }, { _id: false })], default: undefined },
    at: time,
    sealed: Boolean,
    moved: Boolean,
  },
  recordOptions,
).index({ documentId: 1, epoch: 1, seq: 1 }, { unique: true })
const snapshots = new Schema(
  { _id: needed, documentId: needed, epoch: count, seq: count, chunks: count, bytes: count, sha256: needed, at: time },
  recordOptions,
).index({ documentId: 1, epoch: 1, seq: -1 })
const chunks = new Schema({ _id: needed, snapshotId: needed, index: count, data: bytes }, recordOptions).index(
  { snapshotId: 1, index: 1 },
  { unique: true },
)
const clients = new Schema(
  {
    _id: needed,
    documentId: needed,
    clientId: count,
    personId: needed,
    at: time,
    madeBy: String,
    times: [new Schema({ clock: count, at: time }, { _id: false, strict: 'throw' })],
  },
  recordOptions,
).index({ documentId: 1, clientId: 1 }, { unique: true })
const versions = new Schema(
  {
    _id: needed,
    documentId: needed,
    epoch: count,
    seq: count,
    kind: needed,
    label: { type: String, default: null },
    personId: { type: String, default: null },
    at: time,
    chunks: count,
    bytes: count,
    sha256: needed,
    words: count,
    inserted: count,
    deleted: count,
    redactedAt: { type: Date, default: null },
  },
  recordOptions,
).index({ documentId: 1, at: -1 })

/** Makes the six collections known, so that they and their indexes are there at start. */
export function documentModels(db: Connection): void {
  db.model('LiveDocument', documents, 'documents')
  db.model('DocumentUpdate', updates, 'documentUpdates')
  db.model('DocumentSnapshot', snapshots, 'documentSnapshots')
  db.model('DocumentSnapshotChunk', chunks, 'documentSnapshotChunks')
  db.model('DocumentClient', clients, 'documentClients')
  db.model('DocumentVersion', versions, 'documentVersions')
}
