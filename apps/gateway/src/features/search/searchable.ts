import type { DocumentId } from '@camau/protocol'
import type * as Y from 'yjs'
import type { LiveDocument } from '../../live/live-document.js'
import type { DocumentTexts } from './document-texts.js'

/** The same live document, whose words are found a moment after they are written. `plain` gives them a line per paragraph. */
export function searchable(
  document: LiveDocument,
  kind: 'minutes' | 'action' | 'legacy',
  plain: (doc: Y.Doc) => string,
  texts: Pick<DocumentTexts, 'writeIfCurrent'>,
): LiveDocument {
  return {
    ...document,
    async project(id, doc, isCurrent) {
      await document.project?.(id, doc, isCurrent)
      const documentId: DocumentId = `${kind}:${id}`
      await texts.writeIfCurrent(documentId, plain(doc), isCurrent)
    },
  }
}
