import type * as Y from 'yjs'
import { paragraphs } from './action-document.js'
import type { DocumentSchema } from './document-schema.js'
import { plainText } from './fragment.js'
import { richMarks, richText } from './rich-text.js'

/** The notes of a restricted item of an agenda: a text of their own, so that the shared minutes never hold a word of them. */
export const itemSchema: DocumentSchema = {
  roots: { notes: 'xml' },
  nodes: richText,
  marks: richMarks,
}

export function itemNotes(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('notes')
}

/** First content: one empty paragraph, for an editor must find a place. */
export function firstItem(doc: Y.Doc): void {
  itemNotes(doc).push(paragraphs(''))
}

/** What was written of the item before it was restricted, below what stands in its notes. Actions and decisions stay in their registers. */
export function addNotes(doc: Y.Doc, blocks: readonly Y.XmlElement[]): void {
  const notes = itemNotes(doc)
  if (!plainText(notes)) notes.delete(0, notes.length)
  notes.push([...blocks])
}
