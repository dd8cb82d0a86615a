import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from '../platform/mongo.js'

/** That something was imported as a whole: written in the import's own transaction. */
export interface ImportRecord {
  _id: 'programme' | 'demo' | 'numbers'
  at: Date
  records: number
}

const schema = new Schema<ImportRecord>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    records: { type: Number, required: true },
  },
  recordOptions,
)

export const importModel = (db: Connection): Model<ImportRecord> => db.model<ImportRecord>('Import', schema, 'imports')

/** Another node may be importing at this moment: then we wait for it to finish, and find that there is nothing left to do. */
export const importPatience = 60_000
