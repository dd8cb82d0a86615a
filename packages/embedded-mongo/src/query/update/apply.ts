import type { Document } from 'bson'
import { copyOf, getField, isDocument, isIndex, setField } from '../../bson/fields.js'
import { showField } from '../../bson/show.js'
import { badValue, mongoError, pathNotViable } from '../../errors.js'
import type { ArrayFilters } from './array-filters.js'
import type { Place } from './leaf.js'
import { type Branch, isArrayFilter, mergeNodes, type Node } from './tree.js'

/** What holds for one application of an update. */
export interface Application {
  root: Document
  insert: boolean
  now: Date
  arrayFilters: ArrayFilters
  /** The array index the filter matched at, for `$`. */
  matchedIndex: () => number | undefined
}

/** MongoDB fills an array with at most this many nulls to reach a new index. */
const MOST_PADDING = 1_500_000

/** Applies a tree of operators, copying only what changes; nothing changed gives the very same document. */
export function applyTree(tree: Branch, application: Application): Document {
  const result = applyBranch(application.root, tree, { application, path: '', throughArray: false })
  return isDocument(result) ? result : application.root
}

interface Position {
  application: Application
  path: string
  throughArray: boolean
  /** Set once the path has met a value that can have no such field. */
  blocked?: { part: string; element: string } | undefined
}

function applyNode(current: unknown, node: Node, position: Position): unknown {
  if (!('leaf' in node)) return applyBranch(current, node, position)
  const { application, path, throughArray, blocked } = position
  if (blocked && node.refusesBlocked) {
    throw pathNotViable(
      `Cannot use the part (${blocked.part}) of (${path}) to traverse the element ({${blocked.element}})`,
    )
  }
  const place: Place = { root: application.root, insert: application.insert, now: application.now, path, throughArray }
  return node.leaf(current, place)
}

function applyBranch(container: unknown, branch: Branch, position: Position): unknown {
  if (Array.isArray(container)) return applyToArray(container, branch, position)
  if (container !== undefined && !isDocument(container)) return applyToScalar(container, branch, position)
  return applyToDocument(container, branch, position)
}

// A missing parent is created only when something below it comes into being.
function applyToDocument(container: Document | undefined, branch: Branch, position: Position): unknown {
  let copy: Document | undefined
  for (const [part, node] of branch.children) {
    const current = container === undefined ? undefined : getField(container, part)
    refuseArrayPart(part, position, container)
    const next = applyNode(current, node, below(position, part, false))
    if (next === current) continue
    copy ??= container ? copyOf(container) : {}
    if (next === undefined) delete copy[part]
    else setField(copy, part, next)
  }
  return copy ?? container
}

function refuseArrayPart(part: string, position: Position, container: Document | undefined): void {
  if (part === '$') throw noPosition()
  if (!isArrayFilter(part)) return
  if (container === undefined) {
    throw badValue(`The path '${position.path}' must exist in the document in order to apply array updates.`)
  }
  throw badValue(`Cannot apply array updates to non-array element ${showField(nameOf(position.path), container)}`)
}

function applyToScalar(container: unknown, branch: Branch, position: Position): unknown {
  for (const [part, node] of branch.children) {
    if (part === '$') throw noPosition()
    if (isArrayFilter(part)) {
      throw badValue(`Cannot apply array updates to non-array element ${showField(nameOf(position.path), container)}`)
    }
    if (applyNode(undefined, node, blockedBelow(position, part, container)) !== undefined)
      throw notViable(part, container, position)
  }
  return container
}

function applyToArray(array: unknown[], branch: Branch, position: Position): unknown {
  let copy: unknown[] | undefined
  for (const [part, node] of resolved(array, branch, position)) {
    if (!isIndex(part)) {
      if (applyNode(undefined, node, blockedBelow(position, part, array)) !== undefined)
        throw notViable(part, array, position)
      continue
    }
    const index = Number(part)
    const current = array[index]
    const next = applyNode(current, node, below(position, part, true))
    if (next === current) continue
    copy ??= [...array]
    pad(copy, index)
    // Removing an element would move the others, so `$unset` leaves a null.
    copy[index] = next ?? null
  }
  return copy ?? array
}

function pad(array: unknown[], index: number): void {
  if (index - array.length > MOST_PADDING) {
    throw mongoError(34, `can't backfill more than ${MOST_PADDING} elements`)
  }
  while (array.length < index) array.push(null)
}

// `$`, `$[]` and `$[identifier]` become indexes; two parts that mean the same element are merged.
function resolved(array: unknown[], branch: Branch, position: Position): Map<string, Node> {
  const nodes = new Map<string, Node>()
  for (const [part, node] of branch.children) {
    for (const key of keysFor(part, array, position)) {
      const known = nodes.get(key)
      nodes.set(key, known ? mergeNodes(known, node, `${position.path}.${key}`) : node)
    }
  }
  return nodes
}

function keysFor(part: string, array: unknown[], { application }: Position): string[] {
  if (part === '$') {
    const index = application.matchedIndex()
    if (index === undefined) throw noPosition()
    return [String(index)]
  }
  if (!isArrayFilter(part)) return [part]
  const chosen = application.arrayFilters.get(part.slice(2, -1)) ?? (() => true)
  return array.flatMap((element, i) => (chosen(element) ? [String(i)] : []))
}

const below = (position: Position, part: string, array: boolean): Position => ({
  application: position.application,
  path: position.path === '' ? part : `${position.path}.${part}`,
  throughArray: position.throughArray || array,
  blocked: position.blocked,
})

const blockedBelow = (position: Position, part: string, container: unknown): Position => ({
  ...below(position, part, Array.isArray(container)),
  blocked: { part, element: showField(nameOf(position.path), container) },
})

const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

const noPosition = (): Error => badValue('The positional operator did not find the match needed from the query.')

const notViable = (part: string, container: unknown, position: Position): Error =>
  pathNotViable(`Cannot create field '${part}' in element {${showField(nameOf(position.path), container)}}`)
