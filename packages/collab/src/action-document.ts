import * as Y from 'yjs'
import type { DocumentSchema } from './document-schema.js'
import { plainText } from './fragment.js'
import { richMarks, richText } from './rich-text.js'

/** The words of an action: its title in one line, and the detail below it. */
export const actionSchema: DocumentSchema = {
  roots: { title: 'text', detail: 'xml' },
  nodes: richText,
  marks: richMarks,
}

export function actionTitle(doc: Y.Doc): Y.Text {
  return doc.getText('title')
}

export function actionDetail(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('detail')
}

/** First content: the title as proposed, the detail a paragraph per line. */
export function firstAction({ title, detail }: { title: string; detail?: string | null }): (doc: Y.Doc) => void {
  return (doc) => {
    actionTitle(doc).insert(0, title)
    actionDetail(doc).push(paragraphs(detail ?? ''))
  }
}

/** What the record shows of the words. */
export function actionWords(doc: Y.Doc): { title: string; detail: string } {
  return { title: actionTitle(doc).toString().replaceAll(/\s+/g, ' ').trim(), detail: plainText(actionDetail(doc)) }
}

/** Plain text as paragraphs; at least one, for an editor must find a place. */
export function paragraphs(text: string): Y.XmlElement[] {
  return text.split(/\r?\n/).map((line) => {
    const paragraph = new Y.XmlElement('paragraph')
    if (line) paragraph.insert(0, [new Y.XmlText(line)])
    return paragraph
  })
}
