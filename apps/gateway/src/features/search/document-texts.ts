import type { DocumentId } from '@camau/protocol'
import DataLoader from 'dataloader'
import { type ClientSession, type Connection, trusted } from 'mongoose'
import { type DocumentTextRecord, documentTextModel } from './document-text.model.js'

/** The words of live documents as plain paragraphs, so that a search opens no document. */
export interface DocumentTexts {
  /** With a session: as part of a transaction. */
  write(id: DocumentId, text: string, session?: ClientSession): Promise<void>
  /** Which were written at or after a moment, and when; all of them without one. */
  since(at: Date | null): Promise<Pick<DocumentTextRecord, '_id' | 'at'>[]>
  read(ids: readonly string[]): Promise<DocumentTextRecord[]>
  /** Whether nothing was ever written here: as in a database from before there was this search. */
  areNone(): Promise<boolean>
}

interface Words {
  id: DocumentId
  paragraphs: string[]
}

export function documentTexts(db: Connection, now: () => Date): DocumentTexts {
  const texts = documentTextModel(db)
  const written = db.collection<DocumentTextRecord>(texts.collection.name)
  // The driver itself, and together what is written at once: this comes every few seconds for each text that is typed in.
  // Outside a transaction one that fails keeps no other from being written.
  const writeAll = (all: readonly Words[], session?: ClientSession) =>
    written.bulkWrite(
      all.map(({ id: _id, paragraphs }) => ({
        updateOne: { filter: { _id }, update: { $set: { paragraphs, at: now() } }, upsert: true },
      })),
      session ? { session } : { ordered: false },
    )
  const writing = new DataLoader<Words, void>(
    async (all) => {
      await writeAll(all)
      return all.map(() => undefined)
    },
    { cache: false, batchScheduleFn: setImmediate },
  )

  return {
    async write(id, text, session) {
      const paragraphs = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      const words = { id, paragraphs }
      if (session) await writeAll([words], session)
      else await writing.load(words)
    },
    since: (at) =>
      texts
        .find(at ? { at: trusted({ $gte: at }) } : {}, { at: 1 })
        .sort({ at: 1 })
        .lean<Pick<DocumentTextRecord, '_id' | 'at'>[]>(),
    read: (ids) => texts.find({ _id: trusted({ $in: [...ids] }) }).lean<DocumentTextRecord[]>(),
    areNone: async () => (await texts.findOne().lean()) === null,
  }
}
