import type { Connection, Model } from 'mongoose'
import { Schema } from 'mongoose'
import { recordOptions } from '../../platform/mongo.js'
import { needed, neededTime } from '../../platform/record-parts.js'

/** What stands in a live document, a paragraph a line, as the collection `documentTexts` keeps it for the search. */
export interface DocumentTextRecord {
  /** The document's id: `minutes:m-1`. */
  _id: string
  paragraphs: string[]
  at: Date
}

const schema = new Schema<DocumentTextRecord>(
  { _id: needed, paragraphs: [String], at: { ...neededTime, index: true } },
  recordOptions,
)

export const documentTextModel = (db: Connection): Model<DocumentTextRecord> =>
  db.model<DocumentTextRecord>('DocumentText', schema, 'documentTexts')
