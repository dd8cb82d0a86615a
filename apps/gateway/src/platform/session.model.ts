import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from './mongo.js'

/** A session as it is kept: whoever copies the collection holds no cookie. */
export interface SessionRecord {
  /** SHA-256 of the token. */
  _id: string
  personId: string
  openedAt: Date
  activeAt: Date
  until: Date
}

const time = { type: Date, required: true }
const needed = { type: String, required: true }
const schema = new Schema<SessionRecord>(
  { _id: needed, personId: needed, openedAt: time, activeAt: time, until: time },
  recordOptions,
).index({ until: 1 })

export const sessionModel = (db: Connection): Model<SessionRecord> =>
  db.model<SessionRecord>('Session', schema, 'sessions')
