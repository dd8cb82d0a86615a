import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from './mongo.js'

/** What every node must hear, kept for those whom the bus did not reach. Numbered without a gap, in the order of the commits. */
export interface SureRecord {
  _id: number
  at: Date
  /** Ids of the change rows that belong to it: they are told first. */
  rows: string[]
  /** JSON text of `[topic, message]`. */
  messages: string
}

/** The last number given out. */
export interface SureHead {
  _id: string
  seq: number
}

const aDay = 24 * 60 * 60
const schema = new Schema<SureRecord>(
  {
    _id: { type: Number, required: true },
    at: { type: Date, required: true },
    rows: { type: [String], default: [] },
    messages: { type: String, required: true },
  },
  recordOptions,
).index({ at: 1 }, { expireAfterSeconds: aDay })
const headSchema = new Schema<SureHead>(
  { _id: { type: String, required: true }, seq: { type: Number, required: true } },
  recordOptions,
)

export const sureModel = (db: Connection): Model<SureRecord> =>
  db.model<SureRecord>('SureMessage', schema, 'sureMessages')
export const sureHeadModel = (db: Connection): Model<SureHead> =>
  db.model<SureHead>('SureHead', headSchema, 'sureHeads')
