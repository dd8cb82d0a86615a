import { type Connection, trusted } from 'mongoose'
import type { Transaction } from '../../platform/command.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { type NoticeRecord, noticeModel } from './notice.model.js'

export interface NoticeStore {
  /** The person's lines, the latest first; older ones than fit are no longer shown. */
  of(personId: string, tx?: Transaction): Promise<NoticeRecord[]>
  add(tx: Transaction, notices: readonly NoticeRecord[]): Promise<void>
  setRead(tx: Transaction, notices: readonly NoticeRecord[], read: boolean): Promise<NoticeRecord[]>
}

const mostShown = 500

export function noticeStore(db: Connection): NoticeStore {
  const notices = noticeModel(db)

  /** Each person is told in their own room, and nobody else. */
  function tell(tx: Transaction, { _id: id, personId, kind, at, read, version }: NoticeRecord): void {
    const owner = { kind: 'person', personId } as const
    tx.changed({
      type: 'Notice',
      id,
      version,
      rooms: [`person:${personId}`],
      audience: 'member',
      place: { space: 'membership' },
      owner,
      restrictedTo: [owner],
      // What it is about is answered when it is read, to whoever may still see it then.
      fields: { __typename: 'Notice', id, version, kind: enumKey(kind), at, read },
      before: null,
      after: null,
      office: null,
      follows: true,
    })
  }

  return {
    of: (personId, tx) =>
      notices
        .find({ personId })
        .sort({ at: -1, _id: -1 })
        .limit(mostShown)
        .session(tx?.session ?? null)
        .lean<NoticeRecord[]>()
        .exec(),
    async add(tx, rows) {
      if (rows.length === 0) return
      await notices.insertMany(rows, { session: tx.session })
      for (const row of rows) tell(tx, row)
    },
    async setRead(tx, rows, read) {
      const ids = rows.map(({ _id }) => _id)
      await notices.updateMany(
        { _id: trusted({ $in: ids }) },
        { $set: { read }, $inc: { version: 1 } },
        { session: tx.session },
      )
      const after = rows.map((row) => ({ ...row, read, version: row.version + 1 }))
      for (const row of after) tell(tx, row)
      return after
    },
  }
}
