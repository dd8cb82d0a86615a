import type { Document } from 'bson'
import { isDocument } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { show } from '../../bson/show.js'
import { commandNotSupported, failedToParse, mongoError } from '../../errors.js'

/** The first and the last row a window covers, around each row of a partition; `first > last` is empty. */
export type Window = (rows: Row[], at: number) => { first: number; last: number }

/** A document of a partition, with the values it is sorted by. */
export interface Row {
  doc: Document
  key: unknown[]
}

/** The whole partition: what a missing window means. */
export const wholePartition: Window = (rows) => ({ first: 0, last: rows.length - 1 })

/** Reads `window`: by position in the partition, or by distance of the sorted value. */
export function readWindow(spec: unknown): Window {
  if (spec === undefined) return wholePartition
  if (!isDocument(spec)) throw failedToParse("'window' field must be an object")
  if (spec.documents !== undefined && spec.range !== undefined) {
    throw failedToParse("Window bounds can specify either 'documents' or 'unit', not both.")
  }
  if (spec.documents !== undefined) return byPosition(readBounds(spec.documents, true))
  if (spec.range === undefined) return wholePartition
  return byDistance(readBounds(spec.range, false), unitLength(spec.unit))
}

type Bound = number | 'current' | 'unbounded'

function readBounds(spec: unknown, whole: boolean): [Bound, Bound] {
  if (!Array.isArray(spec) || spec.length !== 2) {
    throw failedToParse(`Window bounds must be a 2-element array: ${show(spec)}`)
  }
  const [lower, upper] = [readBound(spec[0], whole), readBound(spec[1], whole)]
  if (position(lower, -1) > position(upper, 1)) {
    throw mongoError(5339900, `Lower bound must not exceed upper bound: ${show(spec)}`)
  }
  return [lower, upper]
}

function readBound(value: unknown, whole: boolean): Bound {
  if (value === 'current' || value === 'unbounded') return value
  const number = toNumber(value)
  if (number !== undefined && (!whole || Number.isInteger(number))) return number
  throw failedToParse(`Numeric document-based bounds must be an integer, got ${show(value)}`)
}

const position = (bound: Bound, side: 1 | -1): number =>
  bound === 'current' ? 0 : bound === 'unbounded' ? side * Number.POSITIVE_INFINITY : bound

function byPosition([lower, upper]: [Bound, Bound]): Window {
  return (rows, at) => ({
    first: Math.max(0, at + position(lower, -1)),
    last: Math.min(rows.length - 1, at + position(upper, 1)),
  })
}

function byDistance([lower, upper]: [Bound, Bound], unit: number | undefined): Window {
  return (rows, at) => {
    const here = measure(rows[at], unit)
    const from = lower === 'unbounded' ? Number.NEGATIVE_INFINITY : here + position(lower, -1) * (unit ?? 1)
    const to = upper === 'unbounded' ? Number.POSITIVE_INFINITY : here + position(upper, 1) * (unit ?? 1)
    return {
      first: firstIndex(rows, (row) => measure(row, unit) >= from),
      last: firstIndex(rows, (row) => measure(row, unit) > to) - 1,
    }
  }
}

function firstIndex(rows: Row[], test: (row: Row) => boolean): number {
  const found = rows.findIndex(test)
  return found < 0 ? rows.length : found
}

function measure(row: Row | undefined, unit: number | undefined): number {
  const value = row?.key[0]
  if (unit !== undefined && value instanceof Date) return value.getTime()
  const number = unit === undefined ? toNumber(value) : undefined
  if (number !== undefined) return number
  throw mongoError(
    5429414,
    `Invalid range: Expected the sortBy field to be a ${unit === undefined ? 'number' : 'Date'}, but it was ${show(value)}`,
  )
}

const units = new Map<unknown, number>([
  ['millisecond', 1],
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 604_800_000],
])

function unitLength(unit: unknown): number | undefined {
  if (unit === undefined) return undefined
  const length = units.get(unit)
  if (length === undefined) throw commandNotSupported(`A window in units of ${show(unit)}`)
  return length
}
