import type { DecisionKind, DecisionOutcome, Dissent, VoteCounts } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { neededNumber as count, needed, part, text } from '../../platform/record-parts.js'

/** An action's values at the moment the minutes were agreed. They stay, whatever becomes of the action. */
export interface MinutedActionRecord {
  id: string
  number: number
  title: string
  status: string
  owner: string | null
  due: string | null
}

/** A decision as the agreed minutes hold it. Minutes of an earlier version of the product keep its words, number and date alone. */
export interface MinutedDecisionRecord {
  id: string
  number: number
  text: string
  date: string
  kind?: DecisionKind
  outcome?: DecisionOutcome | null
  votes?: VoteCounts | null
  dissent?: Dissent[]
  proposedBy?: string | null
  secondedBy?: string | null
  /** Decided in writing before the meeting, which only noted it. */
  noted?: boolean
}

/** Somebody's interest in an item, as it was declared. */
export interface MinutedDeclarationRecord {
  /** As they were called then. */
  name: string
  itemId: string
  nature: string | null
  /** They left the room for the item. */
  leaves: boolean
}

/** The minutes agreed before these on the same body, and what they amounted to. */
export interface PreviousMinutesRecord {
  meetingId: string
  sha256: string
}

/** Minutes frozen when they were agreed: a version of the live document that never changes again. `_id` is the meeting's. */
export interface AgreedMinutesRecord {
  _id: string
  at: Date
  personId: string
  /** The row that sealed the live document: everything before it is in here. */
  epoch: number
  seq: number
  /** ProseMirror JSON as text: attribute names may hold what field names may not, and the hash needs fixed bytes. */
  content: string
  actions: MinutedActionRecord[]
  decisions: MinutedDecisionRecord[]
  /** Minutes of an earlier version of the product have neither these nor a place in a chain. */
  declarations?: MinutedDeclarationRecord[]
  bodyId?: string
  /** null: the first of the body's chain. */
  previous?: PreviousMinutesRecord | null
  /** Over all that was said and decided, and the hash of the minutes before, in canonical JSON. */
  sha256: string
  /** Words were taken out of them for good: what they amount to since. `sha256` stays what was agreed, for the chain. */
  redacted?: { at: Date; personId: string; sha256: string } | null
}

/** The end of a body's chain of agreed minutes: whoever agrees the next ones moves it on, one after another. */
export interface MinutesChainRecord {
  _id: string
  meetingId: string
  sha256: string
}

const strict = { strict: 'throw', versionKey: false, minimize: false } as const
const votes = part({ for: count, against: count, abstained: count })

const schema = new Schema<AgreedMinutesRecord>(
  {
    _id: needed,
    at: { type: Date, required: true },
    personId: needed,
    epoch: count,
    seq: count,
    content: needed,
    actions: [part({ id: needed, number: count, title: needed, status: needed, owner: text, due: text })],
    decisions: [
      part({
        id: needed,
        number: count,
        text: needed,
        date: needed,
        kind: String,
        outcome: text,
        votes: { type: votes, default: null },
        dissent: [part({ personId: text, text: { type: String, default: '' } })],
        proposedBy: text,
        secondedBy: text,
        noted: Boolean,
      }),
    ],
    declarations: [part({ name: needed, itemId: needed, nature: text, leaves: { type: Boolean, required: true } })],
    bodyId: { type: String, index: true },
    previous: { type: part({ meetingId: needed, sha256: needed }), default: null },
    sha256: needed,
    redacted: { type: part({ at: { type: Date, required: true }, personId: needed, sha256: needed }), default: null },
  },
  strict,
)

const chainSchema = new Schema<MinutesChainRecord>({ _id: needed, meetingId: needed, sha256: needed }, strict)

export const agreedMinutesModel = (connection: Connection): Model<AgreedMinutesRecord> =>
  connection.model<AgreedMinutesRecord>('AgreedMinutes', schema, 'documentVersions')

export const minutesChainModel = (connection: Connection): Model<MinutesChainRecord> =>
  connection.model<MinutesChainRecord>('MinutesChain', chainSchema, 'minutesChains')
