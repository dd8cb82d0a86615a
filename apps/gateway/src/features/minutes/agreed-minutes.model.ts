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

/** A decision as the agreed minutes hold it. */
export interface MinutedDecisionRecord {
  id: string
  number: number
  text: string
  date: string
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
  /** Over content, actions and decisions in canonical JSON. */
  sha256: string
}

const schema = new Schema<AgreedMinutesRecord>(
  {
    _id: needed,
    at: { type: Date, required: true },
    personId: needed,
    epoch: count,
    seq: count,
    content: needed,
    actions: [part({ id: needed, number: count, title: needed, status: needed, owner: text, due: text })],
    decisions: [part({ id: needed, number: count, text: needed, date: needed })],
    sha256: needed,
  },
  { strict: 'throw', versionKey: false, minimize: false },
)

export const agreedMinutesModel = (connection: Connection): Model<AgreedMinutesRecord> =>
  connection.model<AgreedMinutesRecord>('AgreedMinutes', schema, 'documentVersions')
