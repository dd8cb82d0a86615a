import type { Document } from 'bson'
import { getField, isDocument, splitPath } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { compareValues, identicalValues, typeOf } from '../../bson/order.js'
import { badValue } from '../../errors.js'
import type { Scope } from '../match/operators.js'
import { type Leaf, showId } from './leaf.js'

/** `$push`: one value, or `$each` with `$position`, `$sort` and `$slice`, applied in this order. */
export function push(argument: unknown, _path: string, scope: Scope): Leaf {
  const { values, position, sort, slice } = readPush(argument, scope)
  return (current, { path, root }) => {
    if (current !== undefined && !Array.isArray(current)) {
      throw badValue(
        `The field '${path}' must be an array but is of type ${typeOf(current).alias} in document ${showId(root)}`,
      )
    }
    const next: unknown[] = [...(current ?? [])]
    // A negative position counts from the end and stops at the start, which is what splice does.
    next.splice(position, 0, ...values)
    if (sort) next.sort(sort)
    const cut = slice === undefined ? next : slice < 0 ? next.slice(slice) : next.slice(0, slice)
    return current && identicalValues(cut, current) ? current : cut
  }
}

interface Push {
  values: unknown[]
  position: number
  sort?: ((a: unknown, b: unknown) => number) | undefined
  slice?: number | undefined
}

function readPush(argument: unknown, scope: Scope): Push {
  if (!isDocument(argument) || !Object.hasOwn(argument, '$each')) {
    return { values: [argument], position: Number.POSITIVE_INFINITY }
  }
  const unknownClause = Object.keys(argument).find((name) => !clauses.has(name))
  if (unknownClause !== undefined) throw badValue(`Unrecognized clause in $push: ${unknownClause}`)
  const each: unknown = argument.$each
  if (!Array.isArray(each)) {
    throw badValue(`The argument to $each in $push must be an array but it was of type: ${typeOf(each).alias}`)
  }
  return {
    values: each,
    position:
      wholeNumber(argument, '$position', 'The value for $position must be an integer value, not of type: ') ??
      Number.POSITIVE_INFINITY,
    slice: wholeNumber(argument, '$slice', 'The value for $slice must be an integer value but was given type: '),
    sort: Object.hasOwn(argument, '$sort') ? elementSort(argument.$sort, scope) : undefined,
  }
}

const clauses = new Set(['$each', '$position', '$sort', '$slice'])

function wholeNumber(argument: Document, name: string, complaint: string): number | undefined {
  if (!Object.hasOwn(argument, name)) return undefined
  const number = toNumber(argument[name])
  if (number === undefined || !Number.isInteger(number)) throw badValue(`${complaint}${typeOf(argument[name]).alias}`)
  return number
}

function elementSort(spec: unknown, { strings }: Scope): (a: unknown, b: unknown) => number {
  if (!isDocument(spec)) {
    const direction = directionOf(spec)
    return (a, b) => compareValues(a, b, strings) * direction
  }
  const parts = Object.entries(spec).map(([path, direction]) => ({
    path: splitPath(path),
    direction: directionOf(direction),
  }))
  if (parts.length === 0) throw badValue('The $sort pattern is empty when it should be a set of fields.')
  return (a, b) => {
    for (const { path, direction } of parts) {
      const order = compareValues(valueAt(a, path), valueAt(b, path), strings)
      if (order !== 0) return order * direction
    }
    return 0
  }
}

function directionOf(value: unknown): number {
  const direction = toNumber(value)
  if (direction === 1 || direction === -1) return direction
  if (direction !== undefined) throw badValue('The $sort element value must be either 1 or -1')
  throw badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields')
}

function valueAt(start: unknown, path: string[]): unknown {
  let value = start
  for (const part of path) value = isDocument(value) ? getField(value, part) : undefined
  return value ?? null
}
