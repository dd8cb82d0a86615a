import type { RecordsRoom } from '@camau/protocol'
import { type Connection, Schema } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import type { ChangeRow, Changes } from '../../platform/changes.js'
import { inTransaction } from '../../platform/transaction.js'

interface Counted {
  _id: string
  seq: number
}
type Kept = ChangeRow & { _id: string }

/** The rows that commands leave, as `platform` keeps them, without mongoose. */
export function createCommands(db: Connection, bus: Bus, now: () => Date) {
  const rows = db.collection<Kept>('changes')
  const rooms = db.collection<Counted>('changeRooms')
  db.model(
    'ChangeRow',
    new Schema({ room: String, seq: Number }).index({ room: 1, seq: 1 }, { unique: true }),
    'changes',
  )

  const changes: Changes = {
    head: async (room) => (await rooms.findOne({ _id: room }))?.seq ?? 0,
    async headAt(room, time) {
      const [next] = await rows
        .find({ room, at: { $gt: time } })
        .sort({ seq: 1 })
        .toArray()
      return next ? next.seq - 1 : this.head(room)
    },
    async since(room, seq) {
      const found = await rows
        .find({ room, seq: { $gt: seq } })
        .sort({ seq: 1 })
        .toArray()
      return found.map(({ _id, ...row }) => row)
    },
    enter: async () => {},
  }
  /** One command: its row gets the next number in its transaction, and is told of after it. */
  const carryOut = async (room: RecordsRoom): Promise<void> => {
    const row = await inTransaction(db, async (session) => {
      const seq = ((await rooms.findOne({ _id: room }, { session }))?.seq ?? 0) + 1
      await rooms.updateOne({ _id: room }, { $set: { seq } }, { session, upsert: true })
      const actor = { personId: 'p0', name: 'Member', office: null }
      const made = { room, seq, at: now(), actor, command: 'closeAction', mutationId: `m-${seq}`, patches: [] }
      await rows.insertOne({ ...made, _id: `${room} ${seq}` }, { session })
      return made
    })
    bus.publish('change', row)
  }
  return { changes, carryOut }
}
