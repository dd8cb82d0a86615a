import * as Y from 'yjs'
import type { DocumentSchema } from './document-schema.js'
import { copiesOf, elementsOf, nodesOf, plainText } from './fragment.js'
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

/**
 * Takes the heading of an item out of the minutes with all that stands below it, to the next item's; gives copies of what was below
 * for notes, where no action or decision can stand. What belongs to no item is taken with the one above it: rather too much than too
 * little.
 */
export function takeSection(doc: Y.Doc, itemId: string): Y.XmlElement[] {
  const text = minutesText(doc)
  const taken: Y.XmlElement[] = []
  for (let found = sectionOf(text, itemId); found; found = sectionOf(text, itemId)) {
    const { at, blocks } = found
    taken.push(...copiesOf(blocks.slice(1), richText))
    text.delete(at, blocks.length)
  }
  if (text.length === 0) text.push([paragraph()])
  return taken
}

/** The minutes as the JSON of the editor's document. */
export function minutesJson(doc: Y.Doc) {
  return { type: 'doc', content: nodesOf(minutesText(doc)) }
}

/** The words of the minutes, one line per block. */
export function minutesPlainText(doc: Y.Doc): string {
  return plainText(minutesText(doc))
}

interface Section {
  at: number
  blocks: Y.XmlElement[]
}

function sectionOf(text: Y.XmlFragment, itemId: string): Section | null {
  const blocks = text.toArray().filter((block) => block instanceof Y.XmlElement)
  const at = blocks.findIndex((block) => itemsHeaded(block).includes(itemId))
  if (at < 0) return null
  const next = blocks.findIndex((block, i) => i > at && itemsHeaded(block).some((id) => id !== itemId))
  return { at, blocks: blocks.slice(at, next < 0 ? undefined : next) }
}

/** Items whose heading the block is; one that was moved into a quotation or a list heads what follows all the same. */
function itemsHeaded(block: Y.XmlElement): string[] {
  const headings = block.nodeName === 'heading' ? [block] : elementsOf(block, 'heading')
  return headings.flatMap((heading) => heading.getAttribute('itemId') ?? [])
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
