import type { Owner } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from './mongo.js'
import { needed } from './record-parts.js'

/** A record that is restricted at present, under `Action:<id>`: for what was told of it before it was, and for who is where. */
export interface RestrictionRecord {
  _id: string
  recordId: string
  restrictedTo: Owner[]
  /** Who owns it at present, and sees it unnamed. Absent where an earlier version of Camau kept it. */
  owner?: Owner | null
}

const schema = new Schema<RestrictionRecord>(
  {
    _id: needed,
    recordId: needed,
    restrictedTo: { type: [Object], required: true },
    owner: { type: Object, default: null },
  },
  recordOptions,
)

export const restrictionModel = (db: Connection): Model<RestrictionRecord> =>
  db.models.Restriction ?? db.model<RestrictionRecord>('Restriction', schema, 'restrictions')
