import * as Y from 'yjs'
import type { DocumentSchema } from './document-schema.js'
import { elementsOf, nodesOf, plainText } from './fragment.js'
import { richMarks, richText } from './rich-text.js'

/** The minutes of a meeting. An action or decision stands in them by its id alone: its values are a record's business. */
export const minutesSchema: DocumentSchema = {
  roots: { default: 'xml' },
  nodes: { ...richText, actionRef: { id: 'string' }, decisionRef: { id: 'string' } },
  marks: richMarks,
}

/** What the agenda gives to the first draft. */
export interface AgendaHeading {
  id: string
  title: string
}

/** The text of the minutes: the editor's root. */
export function minutesText(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('default')
}

/** First content: a heading per agenda item with room to write below. Without an agenda one empty paragraph, for an editor must find a place. */
export function firstMinutes(agenda: readonly AgendaHeading[]): (doc: Y.Doc) => void {
  return (doc) => minutesText(doc).push(agenda.length === 0 ? [paragraph()] : agenda.flatMap(section))
}

/** The actions that stand in the minutes, in order, each once. */
export function actionRefsIn(doc: Y.Doc): string[] {
  return idsOf(doc, 'actionRef')
}

/** The decisions that stand in the minutes, in order, each once. */
export function decisionRefsIn(doc: Y.Doc): string[] {
  return idsOf(doc, 'decisionRef')
}

/** Whether the heading of an item of the agenda stands in the minutes. */
export function headsItem(doc: Y.Doc, itemId: string): boolean {
  return elementsOf(minutesText(doc), 'heading').some((heading) => heading.getAttribute('itemId') === itemId)
}

/** The minutes as the JSON of the editor's document. */
export function minutesJson(doc: Y.Doc) {
  return { type: 'doc', content: nodesOf(minutesText(doc)) }
}

/** The words of the minutes, one line per block. */
export function minutesPlainText(doc: Y.Doc): string {
  return plainText(minutesText(doc))
}

function section({ id, title }: AgendaHeading): Y.XmlElement[] {
  const heading = new Y.XmlElement<{ level: number; itemId: string }>('heading')
  heading.setAttribute('level', 2)
  heading.setAttribute('itemId', id)
  heading.insert(0, [new Y.XmlText(title)])
  return [heading as Y.XmlElement, paragraph()]
}

function paragraph(): Y.XmlElement {
  return new Y.XmlElement('paragraph')
}

function idsOf(doc: Y.Doc, type: string): string[] {
  const ids = elementsOf(minutesText(doc), type).map((element) => element.getAttribute('id'))
  return [...new Set(ids.filter((id) => id !== undefined))]
}
