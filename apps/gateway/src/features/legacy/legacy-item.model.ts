import {
  type Audience,
  audiences,
  type LegacyCourse,
  type LegacyItem,
  type LegacyUpdate,
  type Source,
} from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { localText, needed, part, source, text } from '../../platform/record-parts.js'
import { course, laterUpdate, ledgerLine } from './legacy-parts.model.js'

/** What a report recommended, with the word the documents have on its acceptance. */
export interface Recommended {
  text: string
  publicationId: string | null
  acceptance: string | null
  source: Source | null
}

/** A numbered legacy item as the collection `legacyItems` keeps it. */
export interface LegacyItemRecord extends Omit<LegacyItem, 'id'> {
  _id: string
  /** Body of its workstream, on which "own items" rest; null without one. */
  workstreamBodyId: string | null
  workAreaIds: string[]
  indicatorIds: string[]
  ownerNote: string | null
  recommendations: Recommended[]
  audience: Audience
  source: Source
  alsoSeenIn: Source[]
  /** Records of earlier versions have none of these two. */
  courses?: LegacyCourse[]
  laterUpdates?: LegacyUpdate[]
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
    recommendations: [
      part({ text: needed, publicationId: text, acceptance: text, source: { type: source, default: null } }),
    ],
    audience: { type: String, enum: audiences, default: 'public' },
    ledger: [ledgerLine],
    courses: [course],
    laterUpdates: [laterUpdate],
    source: { type: source, required: true },
    alsoSeenIn: [source],
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
)

export const legacyItemModel = (connection: Connection): Model<LegacyItemRecord> =>
  connection.model<LegacyItemRecord>('LegacyItem', schema, 'legacyItems')
