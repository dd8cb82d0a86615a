import type { RecordsRoom } from '@camau/protocol'
import { type ClientSession, type Connection, trusted } from 'mongoose'
import { type ChangeRecord, changeModel, roomModel } from './change.model.js'
import type { ChangeRow } from './changes.js'
import { guardedNow } from './restrictions.js'

/** Change rows as they are kept: per room, numbered without a gap. */
export interface ChangeStore {
  /** Takes the rooms' next numbers within the transaction that makes the change. */
  append(session: ClientSession, rows: readonly Omit<ChangeRow, 'seq'>[]): Promise<ChangeRow[]>
  head(room: RecordsRoom): Promise<number>
  headAt(room: RecordsRoom, time: Date): Promise<number>
  after(room: RecordsRoom, seq: number, most: number): Promise<ChangeRow[]>
  last(room: RecordsRoom, most: number): Promise<ChangeRow[]>
  /** Rows by their names, `<room> <seq>`, in the order in which they are kept. */
  these(names: readonly string[]): Promise<ChangeRow[]>
}

export function createChangeStore(db: Connection): ChangeStore {
  const changes = changeModel(db)
  const rooms = roomModel(db)
  const head = async (room: RecordsRoom) => (await rooms.findById(room).lean())?.seq ?? 0

  /** All rooms in one go: every question to the database is time in which somebody waits for the change. */
  async function nextNumbers(session: ClientSession, names: readonly RecordsRoom[]): Promise<Map<string, number>> {
    const known = await rooms
      .find({ _id: trusted({ $in: [...names] }) })
      .session(session)
      .lean()
    const next = new Map(known.map(({ _id, seq }) => [_id, seq + 1]))
    const first = names.filter((name) => !next.has(name)).map((_id) => ({ _id, seq: 1 }))
    // Another node that takes the same numbers meanwhile is a conflict: the transaction is tried again.
    if (known.length > 0)
      await rooms.updateMany({ _id: trusted({ $in: [...next.keys()] }) }, { $inc: { seq: 1 } }, { session })
    if (first.length > 0) await rooms.insertMany(first, { session })
    return next
  }

  return {
    async append(session, rows) {
      const next = await nextNumbers(
        session,
        rows.map(({ room }) => room),
      )
      const numbered = rows.map((row) => ({ ...row, seq: next.get(row.room) ?? 1 }))
      await changes.insertMany(numbered.map(toRecord), { session })
      return numbered
    },
    head,
    async headAt(room, time) {
      // By the time alone: few rows are that young, and a room has many.
      const since = await changes
        .find({ room, at: { $gt: time } })
        .hint({ at: 1 })
        .select({ seq: 1 })
        .lean()
      return since.length > 0 ? Math.min(...since.map(({ seq }) => seq)) - 1 : head(room)
    },
    async after(room, seq, most) {
      const found = changes
        .find({ room, seq: { $gt: seq } })
        .sort({ seq: 1 })
        .limit(most)
      return guardedNow(db, (await found.lean()).map(toRow))
    },
    async last(room, most) {
      const found = await changes.find({ room }).sort({ seq: -1 }).limit(most).lean()
      return guardedNow(db, found.map(toRow).reverse())
    },
    async these(names) {
      if (names.length === 0) return []
      const found = await changes.find({ _id: trusted({ $in: [...names] }) }).lean()
      return guardedNow(db, found.map(toRow))
    },
  }
}

function toRecord(row: ChangeRow): ChangeRecord {
  return { ...row, _id: `${row.room} ${row.seq}`, patches: JSON.stringify(row.patches) }
}

function toRow({ _id, patches, ...row }: ChangeRecord): ChangeRow {
  return { ...row, patches: JSON.parse(patches) }
}
