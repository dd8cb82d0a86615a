import {
  type Audience,
  audiences,
  type Due,
  type Handed,
  type LegacyCourse,
  type LegacyUpdate,
  type Source,
  type StatusNote,
} from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { needed, source, text } from '../../platform/record-parts.js'
import { course, due, laterUpdate, ledgerLine, statusNote } from './legacy-parts.model.js'

/** A commitment as the collection `commitments` keeps it: within a legacy item, or one of the further ones outside the seven. */
export interface CommitmentRecord extends Omit<Handed, 'id'> {
  _id: string
  /** "1-03" within an item; null outside. */
  number: string | null
  /** Its place in the documents' order. */
  position: number
  text: string
  legacyItemId: string | null
  workstreamId: string | null
  /** Body of its workstream or of its item's, on which "own items" rest. */
  workstreamBodyId: string | null
  responsibleIds: string[]
  responsibleBasis: string | null
  due: Due | null
  status: string
  statusAsOf: string | null
  updates: StatusNote[]
  actionIds: string[]
  fundingIds: string[]
  audience: Audience
  source: Source
  /** Records of earlier versions have none of these two. */
  courses?: LegacyCourse[]
  laterUpdates?: LegacyUpdate[]
  version: number
}

const schema = new Schema<CommitmentRecord>(
  {
    _id: needed,
    number: text,
    position: { type: Number, required: true },
    text: needed,
    legacyItemId: { ...text, index: true },
    workstreamId: text,
    workstreamBodyId: text,
    responsibleIds: [String],
    responsibleBasis: text,
    due: { type: due, default: null },
    status: needed,
    statusAsOf: text,
    updates: [statusNote],
    actionIds: [String],
    fundingIds: [String],
    audience: { type: String, enum: audiences, default: 'public' },
    ledger: [ledgerLine],
    courses: [course],
    laterUpdates: [laterUpdate],
    source: { type: source, required: true },
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
)

export const commitmentModel = (connection: Connection): Model<CommitmentRecord> =>
  connection.model<CommitmentRecord>('Commitment', schema, 'commitments')
