import {
  audiences,
  type Decision,
  decisionKinds,
  decisionOutcomes,
  type HeldDecision,
  plainDecision,
  type Restriction,
  type Source,
} from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { maybeTime, needed, part, source, text, neededTime as time } from '../../platform/record-parts.js'

/** A decision as the collection `decisions` keeps it. */
export interface DecisionRecord extends Omit<Decision, 'id'> {
  _id: string
  source: Source | null
  version: number
  /** Those who may see it at all; null or absent: not restricted. */
  restrictedTo?: Restriction
}

/** The same as the rules have it. */
export type StoredDecision = Omit<DecisionRecord, '_id'> & { id: string }
/** Beside its body and its meeting, which the rules need. */
export type HeldStoredDecision = HeldDecision<StoredDecision>

/** A record of an earlier version of the product lacks what was added since. */
export const storedDecision = ({ _id: id, ...record }: DecisionRecord): StoredDecision =>
  Object.assign({ ...plainDecision, dissent: [], earlier: [] }, record, { id })

const count = { type: Number, required: true }
const words = {
  text: needed,
  outcome: { type: String, enum: [...decisionOutcomes, null], default: null },
  proposedBy: text,
  secondedBy: text,
  votes: { type: part({ for: count, against: count, abstained: count }), default: null },
  dissent: [part({ personId: text, text: { type: String, default: '' } })],
}

const schema = new Schema<DecisionRecord>(
  {
    _id: needed,
    number: { type: Number, required: true, unique: true },
    kind: { type: String, enum: decisionKinds, required: true },
    meetingId: { ...text, index: true },
    procedureId: text,
    bodyId: { ...needed, index: true },
    ...words,
    date: needed,
    recordedBy: text,
    recordedAt: maybeTime,
    actionIds: [String],
    earlier: [part({ ...words, at: time, personId: needed })],
    replaces: text,
    replacedBy: text,
    recipientBodyId: text,
    reply: { type: part({ text: needed, at: time, personId: needed }), default: null },
    audience: { type: String, enum: audiences, required: true },
    restrictedTo: { type: [Object], default: undefined },
    source: { type: source, default: null },
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
)

export const decisionModel = (connection: Connection): Model<DecisionRecord> =>
  connection.model<DecisionRecord>('Decision', schema, 'decisions')
