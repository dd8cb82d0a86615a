import type * as Y from 'yjs'
import { paragraphs } from './action-document.js'
import type { DocumentSchema } from './document-schema.js'
import { plainText } from './fragment.js'
import { richMarks, richText } from './rich-text.js'

/** The story of a legacy item: what was learnt and what is handed on. */
export const legacySchema: DocumentSchema = {
  roots: { narrative: 'xml' },
  nodes: richText,
  marks: richMarks,
}

export function legacyNarrative(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('narrative')
}

/** First content: a paragraph per line of the text the documents give. */
export function firstLegacy(text: string | null): (doc: Y.Doc) => void {
  return (doc) => legacyNarrative(doc).push(paragraphs(text ?? ''))
}

/** What lists and search show of the words. */
export function legacyWords(doc: Y.Doc): string {
  return plainText(legacyNarrative(doc))
}
