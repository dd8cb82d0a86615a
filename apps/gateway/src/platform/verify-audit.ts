import type { Connection } from 'mongoose'
import { hashOf } from './audit.js'
import { type AuditRecord, auditHeadModel, auditModel } from './audit.model.js'

export type AuditVerdict = { sound: true; entries: number } | { sound: false; entry: number; because: string }

/** Walks the whole trail and names the first line that is not as it was written: changed, missing, added, moved, or cut off at the end. */
export async function verifyAudit(db: Connection): Promise<AuditVerdict> {
  let seq = 0
  let hash = ''
  for await (const line of auditModel(db).find().sort({ _id: 1 }).lean().cursor()) {
    const because = faultIn(line, seq + 1, hash)
    if (because) return { sound: false, entry: Math.min(line._id, seq + 1), because }
    seq = line._id
    hash = line.hash
  }
  const head = await auditHeadModel(db).findById('head').lean()
  const atEnd = head ? head.seq === seq && head.hash === hash : seq === 0
  return atEnd
    ? { sound: true, entries: seq }
    : { sound: false, entry: seq + 1, because: 'the end of the trail is missing' }
}

function faultIn(line: AuditRecord, seq: number, previous: string): string | null {
  if (line._id !== seq) return 'an entry is missing or was added'
  if (line.previous !== previous) return 'it does not follow the entry before'
  try {
    return hashOf(line) === line.hash ? null : 'it was changed'
  } catch {
    return 'it was changed'
  }
}
