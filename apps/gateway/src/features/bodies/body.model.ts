import { type Body, bodyKinds, bodyStatuses, type Source } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from '../../platform/mongo.js'
import { localText, needed, neededNumber, neededSource, number, source, text } from '../../platform/record-parts.js'

/** A body as the collection `bodies` keeps it. */
export interface BodyRecord extends Omit<Body, 'id'> {
  _id: string
  alsoKnownAs: string[]
  termsOfReference: string | null
  membershipRule: string | null
  meetingCadence: string | null
  /** As the documents print them. */
  from: string | null
  to: string | null
  note: string | null
  leadRoleId: string | null
  deputyRoleId: string | null
  successorIds: string[]
  successorNote: string | null
  /** How many there are, where the record stands for several bodies of a kind. */
  count: number | null
  /** Active again to show the product; its dates stay those of the documents. */
  example: boolean
  source: Source
  alsoSeenIn: Source[]
  version: number
}

const schema = new Schema<BodyRecord>(
  {
    _id: needed,
    kind: { type: String, enum: bodyKinds, required: true },
    type: needed,
    name: { type: localText, required: true },
    parentId: text,
    status: { type: String, enum: bodyStatuses, required: true },
    alsoKnownAs: [String],
    termsOfReference: text,
    membershipRule: text,
    meetingCadence: text,
    from: text,
    to: text,
    note: text,
    leadRoleId: text,
    deputyRoleId: text,
    successorIds: [String],
    successorNote: text,
    count: number,
    example: { type: Boolean, default: false },
    source: neededSource,
    alsoSeenIn: [source],
    version: neededNumber,
  },
  recordOptions,
)

export const bodyModel = (db: Connection): Model<BodyRecord> => db.model<BodyRecord>('Body', schema, 'bodies')
