import type { DocumentId } from '@camau/protocol'
import DataLoader from 'dataloader'
import { type ClientSession, type Connection, trusted } from 'mongoose'
import { type IsCurrent, inTransaction } from '../../platform/transaction.js'
import { type DocumentTextRecord, documentTextModel } from './document-text.model.js'

/** The words of live documents as plain paragraphs, so that a search opens no document. */
export interface DocumentTexts {
  write(id: DocumentId, text: string, session: ClientSession): Promise<void>
  /** In one transaction with what else is written in this turn; leaves alone what is not current any more. */
  writeIfCurrent(id: DocumentId, text: string, isCurrent: IsCurrent): Promise<void>
  /** Which were written at or after a moment, and when; all of them without one. */
  since(at: Date | null): Promise<Pick<DocumentTextRecord, '_id' | 'at'>[]>
  read(ids: readonly string[]): Promise<DocumentTextRecord[]>
  /** Whether nothing was ever written here: as in a database from before there was this search. */
  areNone(): Promise<boolean>
}

interface Written {
  id: DocumentId
  text: string
}

export function documentTexts(db: Connection, now: () => Date): DocumentTexts {
  const texts = documentTextModel(db)
  const written = db.collection<DocumentTextRecord>(texts.collection.name)
  // The driver itself: this comes every few seconds for each text that is typed in.
  const writeAll = async (all: readonly Written[], session: ClientSession): Promise<void> => {
    if (all.length === 0) return
    const updates = all.map(({ id, text }) => ({
      updateOne: { filter: { _id: id }, update: { $set: { paragraphs: paragraphsOf(text), at: now() } }, upsert: true },
    }))
    await written.bulkWrite(updates, { session })
  }
  const gathered = new DataLoader<Written & { isCurrent: IsCurrent }, void>(
    async (all) => {
      await inTransaction(db, async (session) => {
        const current: Written[] = []
        for (const one of all) if (await one.isCurrent(session)) current.push(one)
        await writeAll(current, session)
      })
      return all.map(() => undefined)
    },
    { cache: false, batchScheduleFn: setImmediate },
  )

  return {
    write: (id, text, session) => writeAll([{ id, text }], session),
    writeIfCurrent: (id, text, isCurrent) => gathered.load({ id, text, isCurrent }),
    since: (at) =>
      texts
        .find(at ? { at: trusted({ $gte: at }) } : {}, { at: 1 })
        .sort({ at: 1 })
        .lean<Pick<DocumentTextRecord, '_id' | 'at'>[]>(),
    read: (ids) => texts.find({ _id: trusted({ $in: [...ids] }) }).lean<DocumentTextRecord[]>(),
    areNone: async () => (await texts.findOne().lean()) === null,
  }
}

const paragraphsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
