import type { Document } from 'bson'
import { entryOf, isDocument, isIndex, splitPath } from '../../bson/fields.js'
import { typeOf, types } from '../../bson/order.js'
import { isOperators } from './operators.js'
import { isRegex } from './pattern.js'

/**
 * A condition every matching document meets, in terms of index entries: one of its entries at `path` equals the value
 * (`eq`, also null for missing), is one of the values (`in`), or lies beyond it within the value's own type.
 * Finding by it may find too much, never too little; the filter decides.
 */
export interface Bound {
  path: string
  op: 'eq' | 'in' | 'gt' | 'gte' | 'lt' | 'lte'
  value: unknown
}

/** The equalities (`eq` and `in`) a planner can use. */
export const equalities = (filter: Document): Bound[] =>
  conditions(filter).filter(({ op }) => op === 'eq' || op === 'in')

/** The ranges a planner can use. */
export const bounds = (filter: Document): Bound[] => conditions(filter).filter(({ op }) => op !== 'eq' && op !== 'in')

function conditions(filter: Document): Bound[] {
  return Object.entries(filter).flatMap(([name, condition]) => {
    if (name === '$and' && Array.isArray(condition)) return condition.filter(isDocument).flatMap(conditions)
    return name.startsWith('$') ? [] : onPath(name, condition)
  })
}

function onPath(path: string, condition: unknown): Bound[] {
  // A number in a path may mean an index or a field name; only the filter knows.
  if (splitPath(path).some(isIndex)) return []
  if (!isOperators(condition)) return isRegex(condition) ? [] : bound(path, 'eq', condition)
  return Object.entries(condition).flatMap(([operator, operand]) => entryOf(readers, operator)?.(path, operand) ?? [])
}

const readers: Record<string, (path: string, operand: unknown) => Bound[]> = {
  $eq: (path, operand) => bound(path, 'eq', operand),
  $gt: (path, operand) => range(path, 'gt', operand),
  $gte: (path, operand) => range(path, 'gte', operand),
  $lt: (path, operand) => range(path, 'lt', operand),
  $lte: (path, operand) => range(path, 'lte', operand),
  $in: (path, operand) =>
    Array.isArray(operand) && operand.every(isPlain) ? [{ path, op: 'in', value: operand }] : [],
  $all: (path, operand) =>
    Array.isArray(operand) ? operand.flatMap((one) => (isOperators(one) ? [] : onPath(path, one))) : [],
  $elemMatch: (path, operand) =>
    isDocument(operand) && !isOperators(operand)
      ? conditions(operand).map((inner) => ({ ...inner, path: `${path}.${inner.path}` }))
      : [],
}

const bound = (path: string, op: Bound['op'], value: unknown): Bound[] =>
  isPlain(value) ? [{ path, op, value: value ?? null }] : []

// Entries hold the elements of an array and not the array, and a pattern is not a value.
const isPlain = (value: unknown): boolean => !Array.isArray(value) && !isRegex(value)

function range(path: string, op: Bound['op'], value: unknown): Bound[] {
  const type = typeOf(value)
  const ofOneType = type.bracket > types.null.bracket && type !== types.maxKey
  return ofOneType ? bound(path, op, value) : []
}
