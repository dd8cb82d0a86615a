import { Refusal } from '@camau/domain'
import { type Connection, trusted } from 'mongoose'
import type { Transaction } from '../../platform/command.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import type { Unsay } from '../../platform/notify.js'
import { made, type NoticeRecord, noticeModel } from './notice.model.js'

export interface NoticeStore {
  /** The person's lines, the latest first; older ones than fit are no longer shown. */
  of(personId: string): Promise<NoticeRecord[]>
  unread(tx: Transaction, personId: string): Promise<NoticeRecord[]>
  add(tx: Transaction, notice: NoticeRecord): Promise<NoticeRecord>
  /** Gives the line another content, and tells of it as of something new. */
  fold(tx: Transaction, before: NoticeRecord, after: NoticeRecord): Promise<NoticeRecord>
  /** The lines of one command that nobody has read, nor others joined, are taken out of their inboxes. */
  unsay: Unsay
  setRead(tx: Transaction, notices: readonly NoticeRecord[], read: boolean): Promise<NoticeRecord[]>
}

const mostShown = 500

export function noticeStore(db: Connection): NoticeStore {
  const notices = noticeModel(db)

  /** Each person is told in their own room, and nobody else. */
  function tell(tx: Transaction, { _id: id, personId, kind, at, read, version }: NoticeRecord, also = {}): void {
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
      fields: { __typename: 'Notice', id, version, kind: enumKey(kind), at, read, ...also },
      before: null,
      after: null,
      office: null,
      follows: true,
    })
  }

  return {
    async of(personId) {
      const kept = notices.find({ personId }).sort({ at: -1, _id: -1 }).limit(mostShown)
      return (await kept.lean<NoticeRecord[]>()).map(made)
    },
    async unread({ session }, personId) {
      const kept = notices.find({ personId, read: false }).session(session)
      return (await kept.lean<NoticeRecord[]>()).map(made)
    },
    async add(tx, row) {
      await notices.create([row], { session: tx.session })
      tell(tx, row)
      return row
    },
    async fold(tx, { _id, version }, { _id: _same, ...content }) {
      const after = { ...content, version: version + 1 }
      const written = await notices.updateOne({ _id, version }, { $set: after }, { session: tx.session })
      if (written.matchedCount === 0) throw new Refusal('changed-since', { field: 'version' })
      tell(tx, { ...after, _id })
      return { ...after, _id }
    },
    async unsay(tx, { by: byId, at }) {
      const rows = await notices.find({ byId, at, read: false, version: 1 }).session(tx.session).lean<NoticeRecord[]>()
      await notices.deleteMany({ _id: trusted({ $in: rows.map(({ _id }) => _id) }) }, { session: tx.session })
      for (const row of rows) tell(tx, row, { gone: true })
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
