import {
  type Action,
  type ActionField,
  type ActionPart,
  actionStatuses,
  audiences,
  type FieldVersions,
  type Held,
  officeKinds,
  type Source,
} from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { needed, part, source, text, neededTime as time } from '../../platform/record-parts.js'

/** Where an action came from: a meeting here, or a document of the programme. */
export interface OriginRecord {
  bodyId: string | null
  meetingId: string | null
  documentId: string | null
  documentDate: string | null
  decidedOn: string | null
}

/** An action as the collection `actions` keeps it. */
export interface ActionRecord extends Omit<Action, 'id'> {
  _id: string
  /** Whether the source states the owner or it was inferred; null for actions made here. */
  ownerBasis: string | null
  /** Date of the latest statement of a source document about it. */
  asAt: string | null
  /** Whom the source names as helping; `supporters` has who does now. */
  supporterIds: string[]
  workAreaIds: string[]
  legacyItemIds: string[]
  fundingIds: string[]
  origin: OriginRecord | null
  source: Source | null
  alsoSeenIn: Source[]
  versions: FieldVersions<ActionField>
  /** Rises with each change of the record. */
  version: number
}

const owner = part({
  kind: { type: String, enum: ['body', 'office', 'person'], required: true },
  bodyId: String,
  office: { type: String, enum: officeKinds },
  personId: String,
})
/** The same as the rules have it. */
export type StoredAction = Omit<ActionRecord, '_id'> & { id: string }
/** Beside its body, which the rules need. */
export interface HeldStoredAction extends Held<StoredAction> {
  /** Its sub-actions, where a rule needs them. */
  parts?: readonly ActionPart[]
}

const due = part({ label: needed, earliest: text, latest: text })
const fieldVersion = part({ version: { type: Number, required: true }, at: time, personId: needed })

const schema = new Schema<ActionRecord>(
  {
    _id: needed,
    number: { type: Number, required: true, unique: true },
    kind: { type: String, enum: ['action', 'decision'], required: true },
    title: needed,
    bodyId: { ...needed, index: true },
    status: { type: String, enum: actionStatuses, required: true },
    audience: { type: String, enum: audiences, required: true },
    owner: { type: owner, default: null },
    ownerBasis: text,
    acceptance: {
      type: part({
        state: { type: String, enum: ['waiting', 'accepted'], required: true },
        at: time,
        personId: needed,
      }),
      default: null,
    },
    earlierOwners: [part({ owner: { type: owner, default: null }, until: time, personId: needed, declined: text })],
    due: { type: due, default: null },
    earlierDues: [part({ due: { type: due, default: null }, until: time, personId: needed, reason: text })],
    progress: [part({ at: time, personId: needed, text: needed })],
    evidence: text,
    reason: text,
    statusNotes: [part({ asOf: needed, status: needed, note: text, source })],
    statusHistory: {
      type: [
        part({
          at: time,
          personId: needed,
          from: { type: String, enum: actionStatuses },
          to: { type: String, enum: actionStatuses, required: true },
          reason: text,
        }),
      ],
      default: undefined,
    },
    earlierBodies: [part({ bodyId: needed, until: time, personId: needed, reason: needed })],
    transfer: { type: part({ toBodyId: needed, at: time, personId: needed, reason: needed }), default: null },
    declinedTransfers: [
      part({
        toBodyId: needed,
        at: time,
        personId: needed,
        reason: needed,
        declinedBy: needed,
        declinedAt: time,
        declined: needed,
      }),
    ],
    supersededBy: text,
    parentId: { ...text, index: true },
    supporters: { type: [owner], default: undefined },
    asAt: text,
    restrictedTo: { type: [owner], default: undefined },
    versions: {
      type: part({ status: fieldVersion, owner: fieldVersion, due: fieldVersion }),
      default: () => ({}),
    },
    supporterIds: [String],
    workAreaIds: [String],
    legacyItemIds: [String],
    fundingIds: [String],
    origin: {
      type: part({ bodyId: text, meetingId: text, documentId: text, documentDate: text, decidedOn: text }),
      default: null,
    },
    source: { type: source, default: null },
    alsoSeenIn: [source],
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
)

export const actionModel = (connection: Connection): Model<ActionRecord> =>
  connection.model<ActionRecord>('Action', schema, 'actions')
