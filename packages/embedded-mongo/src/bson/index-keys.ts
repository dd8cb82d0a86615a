import type { Document } from 'bson'
import { MongoError } from '../errors.js'
import { getField, isDocument, isIndex, splitPath } from './fields.js'

/** The entries one document has in an index: a row per entry, a value per indexed field. Rows may repeat. */
export interface IndexKeys {
  keys: unknown[][]
  multikey: boolean
}

/**
 * Expands a document into index entries: an array gives one entry per element, and fields inside the same array
 * stay together element by element. A missing field is null; an empty array is `undefined`, just below null.
 */
export function indexKeys(doc: Document, paths: string[]): IndexKeys {
  const cells = paths.map((path) => descend(doc, splitPath(path)))
  const keys: unknown[][] = []
  expand(cells, keys, paths)
  return { keys, multikey: cells.some((cell) => cell.array) }
}

/** The entries of a single-field index. */
export const indexValues = (doc: Document, path: string): unknown[] =>
  indexKeys(doc, [path]).keys.map(([value]) => value)

/** Whether an array stands in the way of the path, so that a document may have several entries. */
export const isMultikey = (doc: Document, path: string): boolean => descend(doc, splitPath(path)).array !== undefined

/** Whether the path leads to anything at all: a sparse index skips documents in which none of its paths does. */
export const hasPath = (doc: Document, path: string): boolean => reaches(doc, splitPath(path), 0)

/** How far one path has been followed: to a value, or to an array that still has to be opened. */
type Cell = { value: unknown; array?: undefined } | { array: unknown[]; rest: string[] }

function expand(cells: Cell[], keys: unknown[][], paths: string[]): void {
  const array = cells.find((cell) => cell.array)?.array
  if (!array) {
    keys.push(cells.map((cell) => (cell.array ? null : cell.value)))
    return
  }
  refuseParallelArrays(cells, array, paths)
  const open = (enter: (rest: string[]) => Cell): void =>
    expand(
      cells.map((cell) => (cell.array ? enter(cell.rest) : cell)),
      keys,
      paths,
    )
  if (array.length === 0) open((rest) => ({ value: rest.length > 0 ? null : undefined }))
  for (const element of array) open((rest) => enterElement(element, rest))
}

// Only one level is opened: an array directly inside an array is a value.
function enterElement(element: unknown, rest: string[]): Cell {
  if (rest.length === 0) return { value: element ?? null }
  return isDocument(element) ? descend(element, rest) : { value: null }
}

function descend(start: unknown, path: string[]): Cell {
  let value = start
  for (const [i, part] of path.entries()) {
    if (isDocument(value)) value = getField(value, part)
    else if (!Array.isArray(value)) return { value: null }
    else if (addressesElement(value, part)) value = value[Number(part)]
    else return { array: value, rest: path.slice(i) }
  }
  return Array.isArray(value) ? { array: value, rest: [] } : { value: value ?? null }
}

// `a.0` means the first element, unless the elements are documents with a field called "0".
const addressesElement = (array: unknown[], part: string): boolean =>
  isIndex(part) && !array.some((element) => isDocument(element) && Object.hasOwn(element, part))

function refuseParallelArrays(cells: Cell[], array: unknown[], paths: string[]): void {
  const other = cells.findIndex((cell) => cell.array && cell.array !== array)
  if (other < 0) return
  const last = (i: number): string => splitPath(paths[i] ?? '').at(-1) ?? ''
  const first = cells.findIndex((cell) => cell.array === array)
  throw new MongoError(171, `cannot index parallel arrays [${last(other)}] [${last(first)}]`)
}

function reaches(value: unknown, parts: string[], at: number): boolean {
  const part = parts[at]
  if (part === undefined) return value !== undefined
  if (Array.isArray(value)) {
    if (isIndex(part) && Number(part) < value.length && reaches(value[Number(part)], parts, at + 1)) return true
    return value.some((element) => isDocument(element) && reaches(element, parts, at))
  }
  return isDocument(value) && reaches(getField(value, part), parts, at + 1)
}
