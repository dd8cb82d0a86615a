import type { Document } from 'bson'
import { isDocument } from '../bson/fields.js'
import { indexKeys } from '../bson/keys.js'
import { toNumber } from '../bson/numbers.js'
import { compareValues } from '../bson/order.js'
import { showField } from '../bson/show.js'
import type { StringOrder } from '../bson/strings.js'
import { commandNotSupported, failedToParse, mongoError } from '../errors.js'

/** A sort that is ready to use; of an array it takes the smallest element upwards and the largest downwards. */
export interface Sort {
  paths: string[]
  directions: (1 | -1)[]
  strings?: StringOrder | undefined
}

/** Compiles a sort specification into a comparison of documents. */
export function compileSort(
  spec: Document,
  options: { strings?: StringOrder | undefined } = {},
): (a: Document, b: Document) => number {
  const sort = parseSort(spec, options.strings)
  return (a, b) => compareRows(sortKey(a, sort), sortKey(b, sort), sort)
}

/** Sorts a whole list, computing each document's key once. The order of equals is kept. */
export function sortDocuments(
  docs: Iterable<Document>,
  spec: Document,
  options: { strings?: StringOrder | undefined } = {},
): Document[] {
  const sort = parseSort(spec, options.strings)
  const keyed = Array.from(docs, (doc) => ({ doc, key: sortKey(doc, sort) }))
  return keyed.sort((a, b) => compareRows(a.key, b.key, sort)).map(({ doc }) => doc)
}

/** Reads a sort specification. */
export function parseSort(spec: Document, strings?: StringOrder): Sort {
  const entries = Object.entries(spec)
  return {
    paths: entries.map(([path]) => checkedPath(path)),
    directions: entries.map(([path, direction]) => directionOf(path, direction)),
    strings,
  }
}

function checkedPath(path: string): string {
  if (path === '') throw mongoError(40352, 'FieldPath cannot be constructed with empty string')
  if (path.startsWith('$'))
    throw mongoError(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`)
  return path
}

function directionOf(path: string, direction: unknown): 1 | -1 {
  if (isDocument(direction)) {
    if (Object.hasOwn(direction, '$meta')) throw commandNotSupported('Sorting by $meta')
    throw failedToParse(`$meta is the only expression supported by $sort right now`)
  }
  const number = toNumber(direction)
  if (number === undefined) throw mongoError(15974, `Illegal key in $sort specification: ${showField(path, direction)}`)
  if (number !== 1 && number !== -1) {
    throw mongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)')
  }
  return number
}

function sortKey(doc: Document, sort: Sort): unknown[] {
  const { keys } = indexKeys(doc, sort.paths)
  const [first = [], ...rest] = keys
  return rest.reduce((least, key) => (compareRows(key, least, sort) < 0 ? key : least), first)
}

function compareRows(a: unknown[], b: unknown[], { directions, strings }: Sort): number {
  for (const [i, direction] of directions.entries()) {
    const order = compareValues(a[i], b[i], strings)
    if (order !== 0) return order * direction
  }
  return 0
}
