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
  return {
    async append(session, entries) {
      const head = await heads.findById('head').session(session).lean()
      let { seq, hash } = head ?? { seq: 0, hash: '' }
      const records = entries.map((entry) => {
        const record = chained(entry, ++seq, hash)
        hash = record.hash
        return record
      })
      await lines.insertMany(records, { session })
      await heads.updateOne({ _id: 'head' }, { $set: { seq, hash } }, { session, upsert: true })
    },
  }
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
