import {
  type Audience,
  audiences,
  type Body,
  type BodyEvent,
  bodyKinds,
  bodyStatuses,
  type Sector,
  type Source,
  sectors,
} from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from '../../platform/mongo.js'
import {
  localText,
  maybeSource,
  needed,
  neededNumber,
  neededTime,
  number,
  part,
  source,
  text,
} from '../../platform/record-parts.js'

/** A body as the collection `bodies` keeps it. */
export interface BodyRecord extends Omit<Body, 'id' | 'sector'> {
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
  /** null: proposed here. */
  source: Source | null
  alsoSeenIn: Source[]
  /** What it was set up to do, and until when; null for what the documents name. */
  remit: string | null
  plannedEnd: string | null
  /** Where an organisation belongs; null where that is not stated. */
  sector: Sector | null
  /** Every step taken here, oldest first. */
  life: BodyEvent[]
  audience: Audience
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
    source: maybeSource,
    alsoSeenIn: [source],
    remit: text,
    plannedEnd: text,
    sector: { type: String, enum: [...sectors, null], default: null },
    life: [part({ step: needed, at: neededTime, personId: needed, day: needed, reason: text, successorId: text })],
    audience: { type: String, enum: audiences, default: 'public' },
    version: neededNumber,
  },
  recordOptions,
)

export const bodyModel = (db: Connection): Model<BodyRecord> => db.model<BodyRecord>('Body', schema, 'bodies')
