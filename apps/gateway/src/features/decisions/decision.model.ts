import { audiences, type Decision, type Source } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { needed, source, text } from '../../platform/record-parts.js'

/** A decision as the collection `decisions` keeps it. */
export interface DecisionRecord extends Omit<Decision, 'id'> {
  _id: string
  source: Source | null
  version: number
}

/** The same as the rules have it. */
export type StoredDecision = Omit<DecisionRecord, '_id'> & { id: string }

const schema = new Schema<DecisionRecord>(
  {
    _id: needed,
    number: { type: Number, required: true, unique: true },
    meetingId: { ...text, index: true },
    bodyId: { ...needed, index: true },
    text: needed,
    date: needed,
    proposedBy: text,
    recordedBy: text,
    actionIds: [String],
    audience: { type: String, enum: audiences, required: true },
    source: { type: source, default: null },
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
)

export const decisionModel = (connection: Connection): Model<DecisionRecord> =>
  connection.model<DecisionRecord>('Decision', schema, 'decisions')
