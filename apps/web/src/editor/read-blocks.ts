import { safeAddress } from './safe-address'

/** A text as it is drawn for reading, from the editor's JSON, whose shape is distrusted. Whoever numbers sections fills in `number`. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; number: string | null; inline: Inline[] }
  | { kind: 'paragraph'; number: string | null; inline: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'record'; name: string; id: string }

export type Inline = { text: string; bold: boolean; italic: boolean; href: string | null } | 'break'

/** Nodes that hold nothing but the id of a record, which the page draws. */
const records = ['actionRef', 'decisionRef']

/** The blocks of a document, in order. */
export function readBlocks(content: unknown): Block[] {
  return childrenOf(content).flatMap(blocksOf)
}

function blocksOf(node: RawNode): Block[] {
  if (records.includes(node.type))
    return typeof node.attrs.id === 'string' ? [{ kind: 'record', name: node.type, id: node.attrs.id }] : []
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.attrs.level === 3 ? 3 : 2, number: null, inline: inlineOf(node) }]
    case 'bulletList':
    case 'orderedList':
      return [listOf(node)]
    case 'blockquote':
      return [{ kind: 'quote', blocks: childrenOf(node).flatMap(blocksOf) }]
    default:
      return proseOf(node)
  }
}

function listOf(node: RawNode): Block {
  const items = childrenOf(node).map((item) => childrenOf(item).flatMap(blocksOf))
  return { kind: 'list', ordered: node.type === 'orderedList', start: Number(node.attrs.start) || 1, items }
}

/** A paragraph, or whatever else holds words: words are never dropped for want of knowing what stood around them. */
function proseOf(node: RawNode): Block[] {
  const inline = inlineOf(node)
  if (inline.length > 0) return [{ kind: 'paragraph', number: null, inline }]
  return node.type === 'paragraph' ? [] : childrenOf(node).flatMap(blocksOf)
}

function inlineOf(node: RawNode): Inline[] {
  return childrenOf(node).flatMap((child): Inline[] => {
    if (child.type === 'hardBreak') return ['break']
    if (child.text === null) return []
    const mark = (name: string) => child.marks.find(({ type }) => type === name)
    return [
      {
        text: child.text,
        bold: mark('bold') !== undefined,
        italic: mark('italic') !== undefined,
        href: safeAddress(mark('link')?.attrs.href),
      },
    ]
  })
}

interface RawNode {
  type: string
  attrs: Record<string, unknown>
  text: string | null
  marks: { type: string; attrs: Record<string, unknown> }[]
  content: unknown
}

function childrenOf(node: unknown): RawNode[] {
  const content = isRecord(node) ? node.content : null
  return Array.isArray(content) ? content.filter(isRecord).map(rawNode) : []
}

function rawNode({ type, attrs, text, marks, content }: Record<string, unknown>): RawNode {
  return {
    type: String(type),
    attrs: isRecord(attrs) ? attrs : {},
    text: typeof text === 'string' ? text : null,
    marks: Array.isArray(marks) ? marks.filter(isRecord).map(rawMark) : [],
    content,
  }
}

function rawMark({ type, attrs }: Record<string, unknown>) {
  return { type: String(type), attrs: isRecord(attrs) ? attrs : {} }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
