import * as Y from 'yjs'
import type { DocumentSchema } from './document-schema.js'

/** A stretch of text that one Yjs client wrote in one go: its characters have the clocks `clock`, `clock + 1`, … */
export interface AuthoredRun {
  text: string
  marks: Readonly<Record<string, unknown>>
  client: number
  clock: number
}

export type AuthoredKind = 'title' | 'heading' | 'paragraph' | 'record'

/** One block of a live text as a reader sees it, with who wrote what: lists and quotes are flattened into how deep a block stands. */
export interface AuthoredBlock {
  /** The same for the same block in every version of the document, for as long as it exists. */
  key: string
  kind: AuthoredKind
  /** Of a heading; 0 otherwise. */
  level: number
  /** The first block of an item of a list. */
  item: 'bullet' | 'number' | null
  /** In how many lists it stands. */
  depth: number
  quoted: boolean
  /** The record a block stands for, by its node's name. */
  record: { node: string; id: string } | null
  /** Which child of its root it is in: what the editor counts. */
  place: number
  runs: AuthoredRun[]
}

/** Everything that stands in a document, in reading order: root by root, block by block. */
export function authoredBlocks(doc: Y.Doc, { roots }: DocumentSchema): AuthoredBlock[] {
  return Object.entries(roots).flatMap(([name, kind]) =>
    kind === 'text'
      ? [{ ...plain, key: name, kind: 'title' as const, place: 0, runs: authoredRuns(doc.getText(name)) }]
      : doc
          .getXmlFragment(name)
          .toArray()
          .flatMap((child, place) => blocksIn(child, { ...plain, place })),
  )
}

type Where = Pick<AuthoredBlock, 'item' | 'depth' | 'quoted' | 'place'>
const plain = { level: 0, item: null, depth: 0, quoted: false, record: null } as const

function blocksIn(node: unknown, where: Where): AuthoredBlock[] {
  if (!(node instanceof Y.XmlElement)) return []
  const children = node.toArray()
  switch (node.nodeName) {
    case 'paragraph':
    case 'heading':
      return [textBlock(node, where)]
    case 'bulletList':
    case 'orderedList': {
      const item = node.nodeName === 'bulletList' ? 'bullet' : 'number'
      return children.flatMap((child) => blocksIn(child, { ...where, item, depth: where.depth + 1 }))
    }
    case 'listItem':
      // Only its first block carries the mark of the item.
      return children.flatMap((child, i) => blocksIn(child, i === 0 ? where : { ...where, item: null }))
    case 'blockquote':
      return children.flatMap((child) => blocksIn(child, { ...where, quoted: true }))
    default:
      return [recordBlock(node, where)]
  }
}

function textBlock(node: Y.XmlElement, where: Where): AuthoredBlock {
  const level: unknown = node.getAttribute('level')
  return {
    ...plain,
    ...where,
    key: keyOf(node),
    kind: node.nodeName === 'heading' ? 'heading' : 'paragraph',
    level: node.nodeName === 'heading' ? (typeof level === 'number' ? level : 2) : 0,
    runs: node.toArray().flatMap((child) => (child instanceof Y.XmlText ? authoredRuns(child) : breakIn(child))),
  }
}

function recordBlock(node: Y.XmlElement, where: Where): AuthoredBlock {
  const { client, clock } = node._item?.id ?? Y.createID(0, 0)
  const record = { node: node.nodeName, id: String(node.getAttribute('id') ?? '') }
  return {
    ...plain,
    ...where,
    key: keyOf(node),
    kind: 'record',
    record,
    runs: [{ text: '', marks: {}, client, clock }],
  }
}

// A line break is an element among texts.
function breakIn(child: unknown): AuthoredRun[] {
  if (!(child instanceof Y.XmlElement) || !child._item) return []
  const { client, clock } = child._item.id
  return [{ text: '\n', marks: {}, client, clock }]
}

/** The text as runs of one hand and one look. */
export function authoredRuns(text: Y.Text | Y.XmlText): AuthoredRun[] {
  const runs: AuthoredRun[] = []
  let marks: Record<string, unknown> = {}
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content, id } = item
    if (content instanceof Y.ContentFormat) marks = marked(marks, content.key, content.value)
    else if (content instanceof Y.ContentString)
      join(runs, { text: content.str, marks, client: id.client, clock: id.clock })
  }
  return runs
}

function marked(marks: Record<string, unknown>, key: string, value: unknown): Record<string, unknown> {
  const { [key]: _before, ...others } = marks
  return value === null ? others : { ...others, [key]: value }
}

function join(runs: AuthoredRun[], next: AuthoredRun): void {
  const last = runs.at(-1)
  const goesOn = last && last.client === next.client && last.clock + last.text.length === next.clock
  if (goesOn && last.marks === next.marks) runs[runs.length - 1] = { ...last, text: last.text + next.text }
  else runs.push(next)
}

function keyOf(node: Y.XmlElement): string {
  const id = node._item?.id
  return id ? `${id.client}:${id.clock}` : ''
}
