import { safeAddress } from './safe-address'

/** Agreed minutes as they are drawn: read once from the frozen JSON, distrusting its shape. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; number: string | null; inline: Inline[] }
  | { kind: 'paragraph'; number: string | null; inline: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'action' | 'decision'; id: string }

export type Inline = { text: string; bold: boolean; italic: boolean; href: string | null } | 'break'

/** Sections are numbered by their headings, paragraphs within them: 3, 3.1, 3.2. */
export function readMinutes(content: unknown): Block[] {
  const counted = { section: 0, paragraph: 0 }
  return childrenOf(content).flatMap((node) => numbered(blocksOf(node), counted))
}

function numbered(blocks: Block[], counted: { section: number; paragraph: number }): Block[] {
  return blocks.map((block) => {
    if (block.kind === 'heading' && block.level === 2) {
      counted.section += 1
      counted.paragraph = 0
      return { ...block, number: String(counted.section) }
    }
    if (block.kind !== 'paragraph' || counted.section === 0) return block
    counted.paragraph += 1
    return { ...block, number: `${counted.section}.${counted.paragraph}` }
  })
}

function blocksOf(node: RawNode): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.attrs.level === 3 ? 3 : 2, number: null, inline: inlineOf(node) }]
    case 'bulletList':
    case 'orderedList':
      return [listOf(node)]
    case 'blockquote':
      return [{ kind: 'quote', blocks: childrenOf(node).flatMap(blocksOf) }]
    case 'actionRef':
      return typeof node.attrs.id === 'string' ? [{ kind: 'action', id: node.attrs.id }] : []
    case 'decisionRef':
      return typeof node.attrs.id === 'string' ? [{ kind: 'decision', id: node.attrs.id }] : []
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
