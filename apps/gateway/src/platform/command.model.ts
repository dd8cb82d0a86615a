import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from './mongo.js'

/** That a command was carried out, and what it stood for: a repeat is answered from the record it changed. */
export interface CommandRecord {
  /** The client's mutationId. */
  _id: string
  personId: string
  command: string
  /** Of the input: the same id with another input is refused. */
  inputHash: string
  recordId: string
  at: Date
  /** Taken back by whoever gave it; left out where it stands. */
  undone?: boolean
}

const needed = { type: String, required: true }
const schema = new Schema<CommandRecord>(
  {
    _id: needed,
    personId: needed,
    command: needed,
    inputHash: needed,
    recordId: needed,
    at: { type: Date, required: true },
    undone: Boolean,
  },
  recordOptions,
)

export const commandModel = (db: Connection): Model<CommandRecord> =>
  db.model<CommandRecord>('Command', schema, 'commands')
