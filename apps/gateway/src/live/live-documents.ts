import { Refusal } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { LiveDocument } from './live-document.js'

/** Every kind of live document, as its feature describes it. */
export type LiveDocuments = Readonly<Record<'minutes' | 'action' | 'legacy' | 'item', LiveDocument>>

/** The kind a document is of. */
export function liveOf(documents: LiveDocuments, id: DocumentId): LiveDocument {
  const kind = id.slice(0, id.indexOf(':'))
  if (kind === 'minutes' || kind === 'action' || kind === 'legacy' || kind === 'item') return documents[kind]
  throw new Refusal('not-found')
}

/** The record a document belongs to: `m-1` of `minutes:m-1`. */
export function recordOf(id: DocumentId): string {
  return id.slice(id.indexOf(':') + 1)
}
