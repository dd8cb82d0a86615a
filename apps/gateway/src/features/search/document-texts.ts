import type { DocumentId } from '@camau/protocol'
import { type Connection, trusted } from 'mongoose'
import { type DocumentTextRecord, documentTextModel } from './document-text.model.js'

/** The words of live documents as plain paragraphs, so that a search opens no document. */
export interface DocumentTexts {
  write(id: DocumentId, text: string): Promise<void>
  /** Written at or after a moment, the earliest first; everything without one. */
  since(at: Date | null): Promise<DocumentTextRecord[]>
  /** Those of the documents whose words are not here yet. */
  missing(ids: readonly DocumentId[]): Promise<DocumentId[]>
}

export function documentTexts(db: Connection, now: () => Date): DocumentTexts {
  const texts = documentTextModel(db)
  return {
    async write(id, text) {
      const paragraphs = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      await texts.updateOne({ _id: id }, { $set: { paragraphs, at: now() } }, { upsert: true })
    },
    since: (at) =>
      texts
        .find(at ? { at: trusted({ $gte: at }) } : {})
        .sort({ at: 1 })
        .lean<DocumentTextRecord[]>(),
    async missing(ids) {
      const known = new Set(await texts.distinct('_id'))
      return ids.filter((id) => !known.has(id))
    },
  }
}
