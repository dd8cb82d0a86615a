import type { Document } from 'bson'
import { copyOf, fieldsOf, getField, isDocument, setField } from '../../bson/fields.js'
import type { Branch, Projection } from './tree.js'

/** Keeps the named fields in the document's own order, then adds the computed ones. */
export function includeFields(doc: Document, branch: Branch, root: Document): Document {
  const result: Document = {}
  for (const [name, value] of Object.entries(fieldsOf(doc))) {
    const kept = keep(value, branch.children.get(name), root)
    if (kept !== undefined) setField(result, name, kept)
  }
  return addFields(result, branch, root, doc)
}

/** Drops the named fields and maps others where they stand. */
export function excludeFields(doc: Document, branch: Branch): Document {
  const result: Document = {}
  for (const [name, value] of Object.entries(fieldsOf(doc))) {
    const kept = exclude(value, branch.children.get(name))
    if (kept !== undefined) setField(result, name, kept)
  }
  return result
}

/** Sets the computed fields of a branch, creating parents; `before` is the document they are computed over. */
export function addFields(doc: Document, branch: Branch, root: Document, before: Document = doc): Document {
  let result = doc
  for (const [name, projection] of branch.children) {
    if (!isComputed(projection)) continue
    const value = computed(projection, getField(result, name), root, getField(before, name))
    if (result === doc) result = copyOf(doc)
    if (value === undefined) delete result[name]
    else setField(result, name, value)
  }
  return result
}

function keep(value: unknown, projection: Projection | undefined, root: Document): unknown {
  switch (projection?.kind) {
    case 'include':
      return value
    case 'map':
      return projection.map(value)
    case 'branch':
      return keepInside(value, projection, root)
    default:
      return undefined
  }
}

// A scalar has no fields to keep; computed fields below it are added later, in place of it.
function keepInside(value: unknown, branch: Branch, root: Document): unknown {
  if (isDocument(value)) return includeFields(value, branch, root)
  if (!Array.isArray(value)) return undefined
  return value.flatMap((element: unknown) => {
    const kept = keepInside(element, branch, root)
    return kept === undefined ? (isComputed(branch) ? [addFields({}, branch, root)] : []) : [kept]
  })
}

function exclude(value: unknown, projection: Projection | undefined): unknown {
  switch (projection?.kind) {
    case undefined:
    case 'include':
      return value
    case 'map':
      return projection.map(value)
    case 'branch':
      return excludeInside(value, projection)
    default:
      return undefined
  }
}

function excludeInside(value: unknown, branch: Branch): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => excludeInside(element, branch))
  return isDocument(value) ? excludeFields(value, branch) : value
}

/** Whether a projection, or anything below it, computes a value. */
export const isComputed = (projection: Projection): boolean =>
  projection.kind === 'compute' || (projection.kind === 'branch' && [...projection.children.values()].some(isComputed))

function computed(projection: Projection, current: unknown, root: Document, before: unknown): unknown {
  if (projection.kind === 'compute') return projection.compute({ root, value: before })
  return projection.kind === 'branch' ? addInside(current, projection, root) : current
}

function addInside(value: unknown, branch: Branch, root: Document): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => addInside(element, branch, root))
  return addFields(isDocument(value) ? value : {}, branch, root)
}
