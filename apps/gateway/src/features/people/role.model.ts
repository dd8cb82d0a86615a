import { type LocalText, type OfficeKind, officeKinds, type Source } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from '../../platform/mongo.js'
import { needed, neededSource, neededText, text } from '../../platform/record-parts.js'

/** An office the documents name, with its title there. */
export interface RoleRecord {
  _id: string
  title: LocalText
  bodyId: string
  office: OfficeKind
  note: string | null
  source: Source
}

const schema = new Schema<RoleRecord>(
  {
    _id: needed,
    title: neededText,
    bodyId: needed,
    office: { type: String, enum: officeKinds, required: true },
    note: text,
    source: neededSource,
  },
  recordOptions,
)

export const roleModel = (db: Connection): Model<RoleRecord> => db.model<RoleRecord>('Role', schema, 'roles')
