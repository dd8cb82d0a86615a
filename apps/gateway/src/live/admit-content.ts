import { type DocumentSchema, isSafeHref } from '@camau/collab'
import { Refusal } from '@camau/domain'
import * as Y from 'yjs'

const longestAttribute = 2_000
const mostAttributesOfAMark = 8

/** Whether a kind of document may hold this content at all, wherever it stands. Throws Refusal('unknown-content'). */
export function checkContent(schema: DocumentSchema, item: Y.Item): void {
  const { content } = item
  if (typeof item.parent === 'string' && !Object.hasOwn(schema.roots, item.parent)) unknown(item.parent)
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return
  if (content instanceof Y.ContentFormat) checkMark(schema, content.key, content.value)
  else if (content instanceof Y.ContentType) checkType(schema, content.type)
  else if (!(content instanceof Y.ContentAny)) unknown(content.constructor.name)
  else if (content.arr.length !== 1) unknown('several values')
}

function checkType(schema: DocumentSchema, type: Y.AbstractType<unknown>): void {
  if (type instanceof Y.XmlHook) unknown('hook')
  else if (type instanceof Y.XmlElement) {
    if (!Object.hasOwn(schema.nodes, type.nodeName)) unknown(type.nodeName)
  } else if (!(type instanceof Y.XmlText)) unknown(type.constructor.name)
}

function checkMark({ marks }: DocumentSchema, mark: string, value: unknown): void {
  if (!marks.includes(mark)) unknown(mark)
  if (value === null) return
  if (typeof value !== 'object' || Array.isArray(value)) unknown(mark)
  const entries = Object.entries(value)
  if (entries.length > mostAttributesOfAMark) unknown(mark)
  for (const [name, attribute] of entries) checkValue(name, attribute)
  if (mark === 'link' && !Object.hasOwn(value, 'href')) unknown(mark)
}

/** A plain value, and an address only where one may click. */
export function checkValue(name: string, value: unknown): void {
  if (typeof value === 'string' && value.length > longestAttribute) unknown(name)
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) unknown(name)
  if (name === 'href' && !isSafeHref(value)) unknown(name)
}

/** No node, mark or value by this name belongs here. The name is cut: it is the sender's own words. */
export function unknown(what: string): never {
  throw new Refusal('unknown-content', { what: what.slice(0, 40) })
}
