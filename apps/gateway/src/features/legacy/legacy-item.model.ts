import { type Audience, audiences, type LegacyItem, type Source } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { localText, needed, part, source, text } from '../../platform/record-parts.js'
import { ledgerLine } from './legacy-parts.model.js'

/** A numbered legacy item as the collection `legacyItems` keeps it. */
export interface LegacyItemRecord extends Omit<LegacyItem, 'id'> {
  _id: string
  /** Body of its workstream, on which "own items" rest; null without one. */
  workstreamBodyId: string | null
  workAreaIds: string[]
  indicatorIds: string[]
  ownerNote: string | null
  recommendations: { text: string; source: Source | null }[]
  audience: Audience
  source: Source
  alsoSeenIn: Source[]
  version: number
}

const schema = new Schema<LegacyItemRecord>(
  {
    _id: needed,
    number: { type: Number, required: true, unique: true },
    title: { type: localText, required: true },
    titleInConclusion: { type: localText, default: null },
    workstreamId: text,
    workstreamBodyId: text,
    workAreaIds: [String],
    problem: needed,
    indicatorIds: [String],
    ownerNote: text,
    recommendations: [part({ text: needed, source: { type: source, default: null } })],
    audience: { type: String, enum: audiences, default: 'public' },
    ledger: [ledgerLine],
    source: { type: source, required: true },
    alsoSeenIn: [source],
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
)

export const legacyItemModel = (connection: Connection): Model<LegacyItemRecord> =>
  connection.model<LegacyItemRecord>('LegacyItem', schema, 'legacyItems')
