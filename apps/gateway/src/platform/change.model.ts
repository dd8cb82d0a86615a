import { type Connection, type Model, Schema } from 'mongoose'
import type { ChangeRow } from './changes.js'
import { recordOptions } from './mongo.js'

export interface ChangeRecord extends Omit<ChangeRow, 'patches'> {
  _id: string
  /** JSON text: patches hold names that come from records, and are handed on as they are. */
  patches: string
}

/** The last sequence number given out in a room. */
export interface RoomRecord {
  _id: string
  seq: number
}

const needed = { type: String, required: true }
const schema = new Schema<ChangeRecord>(
  {
    _id: needed,
    room: needed,
    seq: { type: Number, required: true },
    at: { type: Date, required: true, index: true },
    actor: new Schema(
      {
        personId: { type: String, default: '' },
        name: { type: String, default: '' },
        office: { type: String, default: null },
      },
      { _id: false, strict: 'throw' },
    ),
    command: needed,
    mutationId: needed,
    patches: needed,
  },
  recordOptions,
).index({ room: 1, seq: 1 }, { unique: true })
const roomSchema = new Schema<RoomRecord>({ _id: needed, seq: { type: Number, required: true } }, recordOptions)

export const changeModel = (db: Connection): Model<ChangeRecord> => db.model<ChangeRecord>('Change', schema, 'changes')
export const roomModel = (db: Connection): Model<RoomRecord> => db.model<RoomRecord>('Room', roomSchema, 'rooms')
