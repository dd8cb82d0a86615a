import { isIndex, splitPath } from '../../bson/fields.js'
import { compareStrings } from '../../bson/strings.js'
import { badValue, MongoError } from '../../errors.js'
import type { Leaf } from './leaf.js'

/** Everything an update does, arranged by path. */
export type Node = Branch | LeafNode

/** One operator. One that creates nothing may still insist that its path could be created (`refusesBlocked`), as `$pull` does. */
export interface LeafNode {
  leaf: Leaf
  refusesBlocked: boolean
}

/** What an update does below one field. */
export interface Branch {
  children: Map<string, Node>
}

/** Adds an operator at its path, refusing two operators on one path or on a path and its parent. */
export function addLeaf(root: Branch, path: string, leaf: Leaf, refusesBlocked = false): void {
  const parts = checkedPath(path)
  let branch = root
  for (const [i, part] of parts.slice(0, -1).entries()) {
    const child = branch.children.get(part) ?? { children: new Map() }
    if ('leaf' in child) throw conflict(path, parts.slice(0, i + 1).join('.'))
    branch.children.set(part, child)
    branch = child
  }
  const last = parts.at(-1) ?? ''
  if (branch.children.has(last)) throw conflict(path, path)
  branch.children.set(last, { leaf, refusesBlocked })
}

/** Two nodes that turned out to mean the same array element. */
export function mergeNodes(a: Node, b: Node, path: string): Node {
  if ('leaf' in a || 'leaf' in b) throw conflict(path, path)
  const children = new Map(a.children)
  for (const [part, node] of b.children) {
    const known = children.get(part)
    children.set(part, known ? mergeNodes(known, node, `${path}.${part}`) : node)
  }
  return { children }
}

/** MongoDB processes fields in the order of their names, numbers by value; new fields appear in this order. */
export function inOrder(branch: Branch): Branch {
  const sorted = [...branch.children].sort(([a], [b]) => compareParts(a, b))
  return { children: new Map(sorted.map(([part, node]) => [part, 'leaf' in node ? node : inOrder(node)])) }
}

const compareParts = (a: string, b: string): number =>
  isIndex(a) && isIndex(b) ? Number(a) - Number(b) : compareStrings(a, b)

const conflict = (path: string, at: string): MongoError =>
  new MongoError(40, `Updating the path '${path}' would create a conflict at '${at}'`)

function checkedPath(path: string): string[] {
  const parts = splitPath(path)
  if (path === '') throw new MongoError(56, 'An empty update path is not valid.')
  if (parts.includes('')) {
    throw new MongoError(56, `The update path '${path}' contains an empty field name, which is not allowed.`)
  }
  const [first = ''] = parts
  if (first === '$') throw badValue(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`)
  if (isArrayFilter(first)) {
    throw badValue(
      `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`,
    )
  }
  if (parts.filter((part) => part === '$').length > 1) {
    throw badValue(`Too many positional (i.e. '$') elements found in path '${path}'`)
  }
  const dollar = parts.find(
    (part) => part.startsWith('$') && part !== '$' && !isArrayFilter(part) && !references.has(part),
  )
  if (dollar !== undefined) {
    throw new MongoError(
      52,
      `The dollar ($) prefixed field '${dollar}' in '${path}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    )
  }
  return parts
}

// The fields of a database reference are the only ones that may begin with a dollar.
const references = new Set(['$ref', '$id', '$db'])

/** Whether a path part is `$[]` or `$[identifier]`. */
export const isArrayFilter = (part: string): boolean => part.startsWith('$[') && part.endsWith(']')
