import { type AnyExtension, Mark, Node } from '@tiptap/core'
import { XmlElement, type XmlFragment, XmlText } from 'yjs'

// The binding between editor and document deletes what the editor's schema cannot build. A page that was loaded before a
// newer version added a kind of node would so eat other people's words. Whatever is not known is therefore taken into
// the schema as something that is kept, shown as a placeholder, and never touched.

/** Kinds of node and mark in a document that a schema does not know, with what they carry. */
export interface UnknownContent {
  nodes: Record<string, { attributes: string[]; holds: 'nothing' | 'text' | 'blocks' }>
  marks: Record<string, string[]>
}

interface KnownNames {
  nodes: readonly string[]
  marks: readonly string[]
}

export function findUnknown(fragment: XmlFragment, known: KnownNames): UnknownContent {
  const found: UnknownContent = { nodes: {}, marks: {} }
  for (const child of fragment.toArray()) visit(child, known, found)
  return found
}

export function isEmpty({ nodes, marks }: UnknownContent): boolean {
  return Object.keys(nodes).length + Object.keys(marks).length === 0
}

/** Extensions that let the editor carry what it does not understand. */
export function keepUnknown({ nodes, marks }: UnknownContent, placeholder: string): AnyExtension[] {
  return [
    ...Object.entries(nodes).map(([name, { attributes, holds }]) => keptNode(name, attributes, holds, placeholder)),
    ...Object.entries(marks).map(([name, attributes]) => keptMark(name, attributes)),
  ]
}

function visit(child: unknown, known: KnownNames, found: UnknownContent): void {
  if (child instanceof XmlText) visitText(child, known, found)
  if (!(child instanceof XmlElement)) return
  const children = child.toArray()
  if (!known.nodes.includes(child.nodeName)) {
    const before = found.nodes[child.nodeName]
    const attributes = [...new Set([...(before?.attributes ?? []), ...Object.keys(child.getAttributes())])]
    found.nodes[child.nodeName] = { attributes, holds: holdsOf(children) ?? before?.holds ?? 'nothing' }
  }
  for (const inner of children) visit(inner, known, found)
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

function keptNode(name: string, attributes: string[], holds: keyof typeof contentOf, placeholder: string) {
  return Node.create({
    name,
    group: 'block',
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
