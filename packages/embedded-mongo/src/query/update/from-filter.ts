import type { Document } from 'bson'
import { getField, isDocument, setField, splitPath } from '../../bson/fields.js'
import { MongoError } from '../../errors.js'
import { isOperators } from '../match/operators.js'
import { isRegex } from '../match/pattern.js'

/** The document an upsert starts from: every field the filter pins to one value. */
export function documentFromFilter(filter: Document): Document {
  const doc: Document = {}
  const paths: string[] = []
  for (const { path, value } of pinned(filter)) {
    refuseConflict(paths, path)
    paths.push(path)
    place(doc, splitPath(path), value)
  }
  return doc
}

interface Pinned {
  path: string
  value: unknown
}

function pinned(filter: Document): Pinned[] {
  return Object.entries(filter).flatMap(([name, condition]) => {
    if (name === '$and' || (name === '$or' && Array.isArray(condition) && condition.length === 1)) {
      return Array.isArray(condition) ? condition.filter(isDocument).flatMap(pinned) : []
    }
    if (name.startsWith('$')) return []
    return pinnedValue(condition).map((value) => ({ path: name, value }))
  })
}

function pinnedValue(condition: unknown): unknown[] {
  if (isRegex(condition)) return []
  if (!isOperators(condition)) return [condition]
  return Object.entries(condition).flatMap(([operator, operand]) => {
    if (operator === '$eq') return [operand]
    if (!Array.isArray(operand) || (operator !== '$all' && (operator !== '$in' || operand.length !== 1))) return []
    return operand.filter((one) => !isOperators(one) && !isRegex(one))
  })
}

function refuseConflict(paths: string[], path: string): void {
  if (paths.includes(path)) {
    throw new MongoError(54, `cannot infer query fields to set, path '${path}' is matched twice`)
  }
  const other = paths.find((known) => known.startsWith(`${path}.`) || path.startsWith(`${known}.`))
  if (other !== undefined) {
    throw new MongoError(54, `cannot infer query fields to set, both paths '${other}' and '${path}' are matched`)
  }
}

function place(doc: Document, path: string[], value: unknown): void {
  let parent = doc
  for (const part of path.slice(0, -1)) {
    const known = getField(parent, part)
    const child: Document = isDocument(known) ? known : {}
    if (child !== known) setField(parent, part, child)
    parent = child
  }
  setField(parent, path.at(-1) ?? '', value)
}
