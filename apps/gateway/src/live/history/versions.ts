import { aReplica } from '@camau/collab'
import { Refusal } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { ClientSession } from 'mongoose'
import * as Y from 'yjs'
import type { VersionRecord } from '../document.model.js'
import { type Collections, chunksOf, documentReader, sha256 } from '../document-log.js'

/** Versions of documents as they are kept: what each is, and its words in chunks beside those of snapshots. */
export interface Versions {
  find(id: string, session?: ClientSession): Promise<VersionRecord | null>
  /** The newest first. */
  list(id: DocumentId, page: { first: number; before: VersionRecord | null }): Promise<VersionRecord[]>
  count(id: DocumentId): Promise<number>
  last(id: DocumentId, session: ClientSession): Promise<VersionRecord | null>
  all(id: DocumentId, session?: ClientSession): Promise<VersionRecord[]>
  /** The document as it was. Throws Refusal('quarantined') where its bytes are not what was kept. */
  textOf(version: VersionRecord, session?: ClientSession): Promise<Y.Doc>
  /** The same, and null where its bytes are damaged: for what must not wait until they are mended. */
  readable(version: VersionRecord, session?: ClientSession): Promise<Y.Doc | null>
  add(
    version: Omit<VersionRecord, 'chunks' | 'bytes' | 'sha256'>,
    doc: Y.Doc,
    session: ClientSession,
  ): Promise<VersionRecord>
  /** Leaves what it was, and none of its words. */
  dropBytes(version: VersionRecord, session: ClientSession): Promise<void>
  /** Only where something is taken out of it. */
  replace(version: VersionRecord, doc: Y.Doc, session: ClientSession): Promise<void>
}

export function createVersions(collections: Collections): Versions {
  const { versions, chunks } = collections
  const newest = { at: -1, _id: -1 } as const

  const pieces = async (id: string, doc: Y.Doc, session: ClientSession) => {
    const state = Y.encodeStateAsUpdate(doc)
    const all = chunksOf(id, state)
    for (const piece of all) await chunks.insertOne(piece, { session })
    return { chunks: all.length, bytes: state.length, sha256: sha256(state) }
  }

  const readable: Versions['readable'] = async (version, session) => {
    const state = await documentReader(collections, session ? { session } : {}).stateOf(version)
    if (!state) return null
    const doc = aReplica()
    Y.applyUpdate(doc, state)
    return doc
  }

  return {
    readable,
    find: (_id, session) => versions.findOne({ _id, documentId: { $exists: true } }, session ? { session } : {}),
    list: (documentId, { first, before }) =>
      versions
        .find(before ? { documentId, $or: olderThan(before) } : { documentId })
        .sort(newest)
        .limit(first)
        .toArray(),
    count: (documentId) => versions.countDocuments({ documentId }),
    last: (documentId, session) => versions.findOne({ documentId }, { session, sort: newest }),
    all: (documentId, session) => versions.find({ documentId }, session ? { session } : {}).toArray(),
    async textOf(version, session) {
      const doc = await readable(version, session)
      if (!doc) throw new Refusal('quarantined', { version: version._id })
      return doc
    },
    async add(version, doc, session) {
      const record = { ...version, ...(await pieces(version._id, doc, session)) }
      await versions.insertOne(record, { session })
      return record
    },
    async dropBytes({ _id }, session) {
      await chunks.deleteMany({ snapshotId: _id }, { session })
    },
    async replace({ _id, label, redactedAt }, doc, session) {
      await chunks.deleteMany({ snapshotId: _id }, { session })
      const state = await pieces(_id, doc, session)
      await versions.updateOne({ _id }, { $set: { ...state, label, redactedAt } }, { session })
    },
  }
}

const olderThan = ({ at, _id }: VersionRecord) => [{ at: { $lt: at } }, { at, _id: { $lt: _id } }]
