import type { DocumentSchema } from '@camau/collab'
import { limits, Refusal } from '@camau/domain'
import * as Y from 'yjs'
import { checkValue, unknown } from './admit-content.js'

/** Whether a struct that was applied stands where its kind may: text in text, elements in fragments, attributes on elements. */
export function checkPlace(schema: DocumentSchema, item: Y.Item): void {
  const { parent } = item
  if (!(parent instanceof Y.AbstractType)) unknown('no parent')
  const root = rootOf(parent)
  const kind = Object.hasOwn(schema.roots, root) ? schema.roots[root] : undefined
  if (kind === undefined) unknown(root)
  if (item.parentSub !== null) checkAttribute(schema, parent, item.parentSub, item.content)
  else if (parent._item === null) checkChild(kind === 'text', item.content)
  else checkChild(parent instanceof Y.XmlText, item.content)
}

function checkChild(inText: boolean, content: Y.Item['content']): void {
  const isText = content instanceof Y.ContentString || content instanceof Y.ContentFormat
  const isNode = content instanceof Y.ContentType
  if (inText ? !isText : !isNode) unknown(content.constructor.name)
}

function checkAttribute(
  { nodes }: DocumentSchema,
  parent: Y.AbstractType<unknown>,
  name: string,
  content: Y.Item['content'],
): void {
  if (parent._item === null || !(parent instanceof Y.XmlElement) || !Object.hasOwn(nodes, parent.nodeName))
    unknown(name)
  const attributes = nodes[parent.nodeName]
  const type = attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined
  if (type === undefined || !(content instanceof Y.ContentAny)) unknown(name)
  const value: unknown = content.arr[0]
  const isOf: string = typeof value
  if (isOf !== type) unknown(name)
  checkValue(name, value)
}

/** The name of the root a type hangs from. Walked, never recursed: depth is what a hostile update plays with. */
function rootOf(type: Y.AbstractType<unknown>): string {
  let at = type
  for (let depth = 0; depth <= limits.nesting; depth++) {
    const item = at._item
    if (item === null) return Y.findRootTypeKey(at)
    const { parent } = item
    if (!(parent instanceof Y.AbstractType)) unknown('no parent')
    at = parent
  }
  throw new Refusal('unknown-content', { what: 'depth' })
}
