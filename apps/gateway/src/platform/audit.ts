import type { ClientSession, Connection } from 'mongoose'
import { type AuditRecord, auditHeadModel, auditModel } from './audit.model.js'
import { canonicalJson, sha256 } from './canonical-json.js'

/** What a command did to one record. */
export interface AuditEntry {
  at: Date
  person: string
  office: string | null
  command: string
  /** `Action:act-…` */
  record: string
  before: unknown
  after: unknown
  mutationId: string
}

/** The trail of everything that was decided. Lines are added within the command's own transaction and never touched again. */
export interface Audit {
  append(session: ClientSession, entries: readonly AuditEntry[]): Promise<void>
}

export function createAudit(db: Connection): Audit {
  const lines = auditModel(db)
  const heads = auditHeadModel(db)
  // Where this node last left the trail. Only a hint: it counts when the stored head is still the same.
  let left: Head | null = null

  /** Moves the head on from where it is thought to be; false when it is elsewhere. */
  async function move(session: ClientSession, from: Head, to: Head): Promise<boolean> {
    const { matchedCount } = await heads.updateOne({ _id: 'head', ...from }, { $set: to }, { session })
    return matchedCount > 0
  }

  async function moveFromStored(session: ClientSession, entries: readonly AuditEntry[]): Promise<AuditRecord[]> {
    const stored = await heads.findById('head').session(session).lean()
    const records = chain(entries, stored ?? beginning)
    await heads.updateOne({ _id: 'head' }, { $set: endOf(records) }, { session, upsert: true })
    return records
  }

  return {
    async append(session, entries) {
      if (entries.length === 0) return
      const likely = left && chain(entries, left)
      const isThere = left && likely && (await move(session, left, endOf(likely)))
      const records = isThere && likely ? likely : await moveFromStored(session, entries)
      await lines.insertMany(records, { session })
      left = endOf(records)
    },
  }
}

interface Head {
  seq: number
  hash: string
}

const beginning: Head = { seq: 0, hash: '' }

function chain(entries: readonly AuditEntry[], { seq, hash }: Head): AuditRecord[] {
  return entries.map((entry) => {
    const record = chained(entry, ++seq, hash)
    hash = record.hash
    return record
  })
}

function endOf(records: readonly AuditRecord[]): Head {
  const last = records.at(-1)
  return last ? { seq: last._id, hash: last.hash } : beginning
}

function chained(entry: AuditEntry, seq: number, previous: string): AuditRecord {
  const line = {
    ...entry,
    _id: seq,
    before: canonicalJson(entry.before),
    after: canonicalJson(entry.after),
    previous,
  }
  return { ...line, hash: hashOf(line) }
}

/** SHA-256 over canonical JSON of what the line says, the hash of the line before included. */
export function hashOf(line: Omit<AuditRecord, 'hash'>): string {
  const { _id: seq, at, person, office, command, record, mutationId, previous } = line
  const before: unknown = JSON.parse(line.before)
  const after: unknown = JSON.parse(line.after)
  return sha256(canonicalJson({ seq, at, person, office, command, record, before, after, mutationId, previous }))
}
