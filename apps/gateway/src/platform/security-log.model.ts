import { type RefusalCode, refusalCodes } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from './mongo.js'

export const securityEvents = ['signed-in', 'signed-out', 'sign-in-refused', 'command-refused'] as const

/** A line of the security log: who came and went, and what was refused. No address, no text: ids only. */
export interface SecurityRecord {
  _id: string
  at: Date
  event: (typeof securityEvents)[number]
  /** Null for somebody who is not signed in. */
  personId: string | null
  /** The refused command and the record it was about, as far as the request names one. */
  command: string | null
  recordId: string | null
  code: RefusalCode | null
}

const maybe = { type: String, default: null }
const aYear = 365 * 24 * 60 * 60

const schema = new Schema<SecurityRecord>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    event: { type: String, enum: securityEvents, required: true },
    personId: maybe,
    command: maybe,
    recordId: maybe,
    code: { ...maybe, enum: [...refusalCodes, null] },
  },
  recordOptions,
).index({ at: 1 }, { expireAfterSeconds: aYear })

export const securityModel = (db: Connection): Model<SecurityRecord> =>
  db.model<SecurityRecord>('SecurityEvent', schema, 'securityLog')
