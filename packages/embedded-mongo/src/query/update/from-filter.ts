import type { Document } from 'bson'
import { getField, isDocument, setField, splitPath } from '../../bson/fields.js'
import { compareStrings } from '../../bson/strings.js'
import { MongoError } from '../../errors.js'
import { isOperators } from '../match/operators.js'
import { isRegex } from '../match/pattern.js'

/** The document an upsert starts from: every field the filter pins to one value. */
export function documentFromFilter(filter: Document): Document {
  const found = pinned(filter)
  for (const [i, { path }] of found.entries()) refuseConflict(found.slice(0, i), path)
  const doc: Document = {}
  // MongoDB keeps them in the order of their paths, not in the filter's.
  for (const { path, value } of found.sort((a, b) => compareStrings(a.path, b.path))) place(doc, splitPath(path), value)
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

function refuseConflict(before: Pinned[], path: string): void {
  const conflict = (message: string): MongoError => new MongoError(54, `cannot infer query fields to set, ${message}`)
  for (const { path: known } of before) {
    if (known === path) throw conflict(`path '${path}' is matched twice`)
    if (path.startsWith(`${known}.`)) throw conflict(`both paths '${path}' and '${known}' are matched`)
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
