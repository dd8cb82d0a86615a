import type { DocumentId } from '@camau/protocol'
import { type ClientSession, type Connection, trusted } from 'mongoose'
import { type IsCurrent, inTransaction } from '../../platform/transaction.js'
import { type DocumentTextRecord, documentTextModel } from './document-text.model.js'

/** The words of live documents as plain paragraphs, so that a search opens no document. */
export interface DocumentTexts {
  write(id: DocumentId, text: string, session: ClientSession): Promise<void>
  /** In a transaction of its own; leaves alone what is not current any more. */
  writeIfCurrent(id: DocumentId, text: string, isCurrent: IsCurrent): Promise<void>
  /** Which were written at or after a moment, and when; all of them without one. */
  since(at: Date | null): Promise<Pick<DocumentTextRecord, '_id' | 'at'>[]>
  read(ids: readonly string[]): Promise<DocumentTextRecord[]>
  /** Whether nothing was ever written here: as in a database from before there was this search. */
  areNone(): Promise<boolean>
}

export function documentTexts(db: Connection, now: () => Date): DocumentTexts {
  const texts = documentTextModel(db)
  const written = db.collection<DocumentTextRecord>(texts.collection.name)
  // The driver itself: this comes every few seconds for each text that is typed in.
  const write: DocumentTexts['write'] = async (_id, text, session) => {
    const paragraphs = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    await written.updateOne({ _id }, { $set: { paragraphs, at: now() } }, { session, upsert: true })
  }

  return {
    write,
    writeIfCurrent: (id, text, isCurrent) =>
      inTransaction(db, async (session) => {
        if (await isCurrent(session)) await write(id, text, session)
      }),
    since: (at) =>
      texts
        .find(at ? { at: trusted({ $gte: at }) } : {}, { at: 1 })
        .sort({ at: 1 })
        .lean<Pick<DocumentTextRecord, '_id' | 'at'>[]>(),
    read: (ids) => texts.find({ _id: trusted({ $in: [...ids] }) }).lean<DocumentTextRecord[]>(),
    areNone: async () => (await texts.findOne().lean()) === null,
  }
}
