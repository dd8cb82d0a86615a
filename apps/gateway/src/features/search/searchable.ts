import type { DocumentId } from '@camau/protocol'
import type * as Y from 'yjs'
import type { LiveDocument } from '../../live/live-document.js'
import type { DocumentTexts } from './document-texts.js'

/** The same live document, whose words are found a moment after they are written. `plain` gives them a line per paragraph. */
export function searchable(
  document: LiveDocument,
  kind: 'minutes' | 'action' | 'legacy',
  plain: (doc: Y.Doc) => string,
  texts: Pick<DocumentTexts, 'write' | 'writeIfCurrent'>,
): LiveDocument {
  const named = (id: string): DocumentId => `${kind}:${id}`
  return {
    ...document,
    async project(id, doc, isCurrent) {
      await document.project?.(id, doc, isCurrent)
      await texts.writeIfCurrent(named(id), plain(doc), isCurrent)
    },
    async reduced(id, doc, tx, words) {
      await document.reduced?.(id, doc, tx, words)
      await texts.write(named(id), plain(doc), tx.session)
    },
  }
}
