import * as Y from 'yjs'
import type { DocumentSchema } from './document-schema.js'

/** A node as ProseMirror's JSON spells it, read straight from the document: nothing is dropped, nothing is changed. */
export interface DocumentNode {
  type: string
  attrs?: Record<string, unknown>
  content?: DocumentNode[]
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

/** The content of a fragment or element, in order. */
export function nodesOf(parent: Y.XmlFragment | Y.XmlElement): DocumentNode[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return runsOf(child)
    if (child instanceof Y.XmlElement) return [nodeOf(child)]
    return []
  })
}

/** What a reader would see: one line per block. */
export function plainText(parent: Y.XmlFragment | Y.XmlElement): string {
  return blocksOf(nodesOf(parent)).join('\n')
}

/** Every element of one type, in reading order. */
export function elementsOf(parent: Y.XmlFragment | Y.XmlElement, type: string): Y.XmlElement[] {
  return parent
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlElement ? [...(child.nodeName === type ? [child] : []), ...elementsOf(child, type)] : [],
    )
}

/** The same words and blocks anew, for another document: of what that one does not know, nothing. */
export function copiesOf(elements: readonly unknown[], known: DocumentSchema['nodes']): Y.XmlElement[] {
  return elements.flatMap((one) =>
    one instanceof Y.XmlElement && Object.hasOwn(known, one.nodeName) ? [copyOf(one, known)] : [],
  )
}

function copyOf(element: Y.XmlElement, known: DocumentSchema['nodes']): Y.XmlElement {
  const copy = new Y.XmlElement(element.nodeName)
  for (const [name, value] of Object.entries(element.getAttributes())) {
    if (value !== undefined) copy.setAttribute(name, value)
  }
  const children: (Y.XmlElement | Y.XmlText)[] = []
  for (const child of element.toArray()) {
    children.push(...(child instanceof Y.XmlText ? [textCopy(child)] : copiesOf([child], known)))
  }
  copy.insert(0, children)
  return copy
}

function textCopy(text: Y.XmlText): Y.XmlText {
  const copy = new Y.XmlText()
  copy.applyDelta(text.toDelta())
  return copy
}

function nodeOf(element: Y.XmlElement): DocumentNode {
  const attrs = element.getAttributes()
  const content = nodesOf(element)
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs: sorted(attrs) }),
    ...(content.length > 0 && { content }),
  }
}

interface Run {
  insert: unknown
  attributes?: Record<string, unknown>
}

function runsOf(text: Y.XmlText): DocumentNode[] {
  const runs: Run[] = text.toDelta()
  return runs.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') return []
    const marks = Object.entries(sorted(attributes ?? {})).map(([type, value]) => ({
      type,
      ...(isFilled(value) && { attrs: sorted(value) }),
    }))
    return [{ type: 'text', text: insert, ...(marks.length > 0 && { marks }) }]
  })
}

function isFilled(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

// Yjs keeps maps in order of arrival, which differs between replicas.
function sorted(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function blocksOf(nodes: DocumentNode[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const node of nodes) {
    if (node.type === 'text') line += node.text ?? ''
    else if (node.type === 'hardBreak') line += '\n'
    else {
      if (line) lines.push(line)
      line = ''
      lines.push(...blocksOf(node.content ?? []))
    }
  }
  if (line) lines.push(line)
  return lines
}
