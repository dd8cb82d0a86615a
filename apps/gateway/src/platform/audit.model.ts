import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from './mongo.js'

/** One line of the audit trail. Values before and after are kept as canonical JSON text, so that they hash alike for ever. */
export interface AuditRecord {
  /** The line's sequence number, gapless from 1. */
  _id: number
  at: Date
  person: string
  office: string | null
  command: string
  record: string
  before: string
  after: string
  mutationId: string
  /** Hash of the line before; empty for the first. */
  previous: string
  hash: string
}

/** Where the trail ends: without it a cut tail would go unnoticed. */
export interface AuditHeadRecord {
  _id: 'head'
  seq: number
  hash: string
}

const needed = { type: String, required: true }
const schema = new Schema<AuditRecord>(
  {
    _id: { type: Number, required: true },
    at: { type: Date, required: true },
    person: needed,
    office: { type: String, default: null },
    command: needed,
    record: needed,
    before: needed,
    after: needed,
    mutationId: { ...needed, index: true },
    previous: { type: String, default: '' },
    hash: needed,
  },
  recordOptions,
)
const headSchema = new Schema<AuditHeadRecord>(
  { _id: needed, seq: { type: Number, required: true }, hash: needed },
  recordOptions,
)

export const auditModel = (db: Connection): Model<AuditRecord> => db.model<AuditRecord>('AuditEntry', schema, 'audit')
export const auditHeadModel = (db: Connection): Model<AuditHeadRecord> =>
  db.model<AuditHeadRecord>('AuditHead', headSchema, 'auditHead')
