import { type AnyExtension, Mark, Node } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { XmlElement, type XmlFragment, XmlText } from 'yjs'

// The binding between editor and document deletes what the editor's schema cannot build. A page that was loaded before a
// newer version added a kind of node would so eat other people's words. Whatever is not known is therefore taken into
// the schema as something that is kept, shown as a placeholder, and never touched.

/** Kinds of node and mark in a document that a schema does not know, with what they carry. */
export interface UnknownContent {
  nodes: Record<string, { attributes: string[]; holds: 'nothing' | 'text' | 'blocks'; stands: 'inline' | 'block' }>
  marks: Record<string, string[]>
}

interface KnownNames {
  nodes: readonly string[]
  marks: readonly string[]
}

export function knownTo({ nodes, marks }: Schema): KnownNames {
  return { nodes: Object.keys(nodes), marks: Object.keys(marks) }
}

export function findUnknown(fragment: XmlFragment, known: KnownNames): UnknownContent {
  const found: UnknownContent = { nodes: {}, marks: {} }
  for (const child of fragment.toArray()) visit(child, false, known, found)
  return found
}

export function isEmpty({ nodes, marks }: UnknownContent): boolean {
  return Object.keys(nodes).length + Object.keys(marks).length === 0
}

/** Extensions that let the editor carry what it does not understand. */
export function keepUnknown({ nodes, marks }: UnknownContent, placeholder: string): AnyExtension[] {
  return [
    ...Object.entries(nodes).map(([name, node]) => keptNode(name, node, placeholder)),
    ...Object.entries(marks).map(([name, attributes]) => keptMark(name, attributes)),
  ]
}

/** A place for text even while it is empty of text. */
const textBlocks = ['paragraph', 'heading']

function visit(child: unknown, inText: boolean, known: KnownNames, found: UnknownContent): void {
  if (child instanceof XmlText) visitText(child, known, found)
  if (!(child instanceof XmlElement)) return
  const children = child.toArray()
  if (!known.nodes.includes(child.nodeName)) {
    const before = found.nodes[child.nodeName]
    const attributes = [...new Set([...(before?.attributes ?? []), ...Object.keys(child.getAttributes())])]
    const holds = holdsOf(children) ?? before?.holds ?? 'nothing'
    found.nodes[child.nodeName] = { attributes, holds, stands: inText ? 'inline' : 'block' }
  }
  const text = textBlocks.includes(child.nodeName) || holdsOf(children) === 'text'
  for (const inner of children) visit(inner, text, known, found)
}

function visitText(text: XmlText, known: KnownNames, found: UnknownContent): void {
  for (const { attributes = {} } of text.toDelta() as { attributes?: Record<string, unknown> }[]) {
    for (const [name, value] of Object.entries(attributes)) {
      if (known.marks.includes(name)) continue
      const carried = value !== null && typeof value === 'object' ? Object.keys(value) : []
      found.marks[name] = [...new Set([...(found.marks[name] ?? []), ...carried])]
    }
  }
}

function holdsOf(children: unknown[]): 'text' | 'blocks' | null {
  if (children.length === 0) return null
  return children.some((child) => child instanceof XmlText) ? 'text' : 'blocks'
}

const contentOf = { nothing: '', text: 'inline*', blocks: 'block*' }

function keptNode(name: string, { attributes, holds, stands }: UnknownContent['nodes'][string], placeholder: string) {
  return Node.create({
    name,
    group: stands,
    inline: stands === 'inline',
    content: contentOf[holds],
    atom: true,
    selectable: true,
    addAttributes: () => Object.fromEntries(attributes.map((attribute) => [attribute, { default: null }])),
    renderHTML: () => ['div', { class: 'kept-unknown', contenteditable: 'false', 'data-says': placeholder }],
  })
}

function keptMark(name: string, attributes: string[]) {
  return Mark.create({
    name,
    addAttributes: () => Object.fromEntries(attributes.map((attribute) => [attribute, { default: null }])),
    renderHTML: () => ['span', { class: 'kept-unknown-mark' }, 0],
  })
}
