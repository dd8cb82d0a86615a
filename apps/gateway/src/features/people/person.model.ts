import type { Source } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from '../../platform/mongo.js'
import { maybeSource, needed, neededNumber } from '../../platform/record-parts.js'

/** A person as the collection `people` keeps them: a name from the documents, or an office of the demo. Nothing else is kept on anybody. */
export interface PersonRecord {
  _id: string
  name: string
  postNominals: string[]
  example: boolean
  /** Key of the demo sign-in; null for everybody else. */
  demoKey: string | null
  language: string | null
  source: Source | null
  version: number
}

const schema = new Schema<PersonRecord>(
  {
    _id: needed,
    name: needed,
    postNominals: [String],
    example: { type: Boolean, default: false },
    demoKey: { type: String, default: null },
    language: { type: String, default: null },
    source: maybeSource,
    version: neededNumber,
  },
  recordOptions,
)

export const personModel = (db: Connection): Model<PersonRecord> => db.model<PersonRecord>('Person', schema, 'people')
