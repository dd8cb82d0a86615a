import type { RecordsRoom } from '@camau/protocol'
import type { ClientSession, Connection } from 'mongoose'
import { type ChangeRecord, changeModel, roomModel } from './change.model.js'
import type { ChangeRow } from './changes.js'

/** Change rows as they are kept: per room, numbered without a gap. */
export interface ChangeStore {
  /** Takes the rooms' next numbers within the transaction that makes the change. */
  append(session: ClientSession, rows: readonly Omit<ChangeRow, 'seq'>[]): Promise<ChangeRow[]>
  head(room: RecordsRoom): Promise<number>
  after(room: RecordsRoom, seq: number, most: number): Promise<ChangeRow[]>
  last(room: RecordsRoom, most: number): Promise<ChangeRow[]>
}

export function createChangeStore(db: Connection): ChangeStore {
  const changes = changeModel(db)
  const rooms = roomModel(db)
  const head = async (room: RecordsRoom) => (await rooms.findById(room).lean())?.seq ?? 0
  return {
    async append(session, rows) {
      const numbered: ChangeRow[] = []
      for (const row of rows) {
        const { seq } = await rooms
          .findOneAndUpdate({ _id: row.room }, { $inc: { seq: 1 } }, { session, upsert: true, returnDocument: 'after' })
          .orFail()
          .lean()
        numbered.push({ ...row, seq })
      }
      await changes.insertMany(numbered.map(toRecord), { session })
      return numbered
    },
    head,
    after: async (room, seq, most) =>
      (
        await changes
          .find({ room, seq: { $gt: seq } })
          .sort({ seq: 1 })
          .limit(most)
          .lean()
      ).map(toRow),
    last: async (room, most) =>
      (await changes.find({ room }).sort({ seq: -1 }).limit(most).lean()).map(toRow).reverse(),
  }
}

function toRecord(row: ChangeRow): ChangeRecord {
  return { ...row, _id: `${row.room} ${row.seq}`, patches: JSON.stringify(row.patches) }
}

function toRow({ _id, patches, ...row }: ChangeRecord): ChangeRow {
  return { ...row, patches: JSON.parse(patches) }
}
