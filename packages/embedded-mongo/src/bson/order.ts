import { Binary, BSONRegExp, BSONSymbol, Code, type Document, Long, type ObjectId, type Timestamp } from 'bson'
import { fieldsOf } from './fields.js'
import { compareNumbers } from './numbers.js'
import { compareStrings, type StringOrder } from './strings.js'
import { typeOf, types } from './types.js'

export { type BsonType, typeNamed, typeOf, types } from './types.js'

/**
 * MongoDB's total order over all BSON values. `undefined` (a missing field) is just below `null`;
 * whoever wants missing to count as null, as sorting and indexes do, must pass null.
 */
export function compareValues(a: unknown, b: unknown, strings: StringOrder = compareStrings): number {
  if (a === b) return 0
  if (typeof a === 'string' && typeof b === 'string') return strings(a, b)
  const { bracket } = typeOf(a)
  const difference = bracket - typeOf(b).bracket
  return difference !== 0 ? Math.sign(difference) : (comparers[bracket]?.(a, b, strings) ?? 0)
}

/** Whether two values are the same to MongoDB: 1 equals 1.0, and `{a, b}` does not equal `{b, a}`. */
export const equalValues = (a: unknown, b: unknown, strings: StringOrder = compareStrings): boolean =>
  compareValues(a, b, strings) === 0

type Comparer = (a: unknown, b: unknown, strings: StringOrder) => number

// Each is only called with two values of its bracket, which `typeOf` has established.
const comparers: Record<number, Comparer> = {
  [types.int.bracket]: compareNumbers,
  [types.string.bracket]: (a, b, strings) => strings(textOf(a), textOf(b)),
  [types.object.bracket]: (a, b, strings) => compareDocuments(a as Document, b as Document, strings),
  [types.array.bracket]: (a, b, strings) => compareArrays(a as unknown[], b as unknown[], strings),
  [types.binData.bracket]: compareBinary,
  [types.objectId.bracket]: (a, b) => Buffer.compare((a as ObjectId).id, (b as ObjectId).id),
  [types.bool.bracket]: (a, b) => Number(a) - Number(b),
  [types.date.bracket]: (a, b) => Math.sign(timeOf(a as Date) - timeOf(b as Date)),
  [types.timestamp.bracket]: (a, b) => Math.sign((a as Timestamp).compare(b as Timestamp)),
  [types.regex.bracket]: compareRegexes,
  [types.javascript.bracket]: (a, b) => compareStrings(codeOf(a), codeOf(b)),
  [types.javascriptWithScope.bracket]: (a, b, strings) =>
    compareStrings(codeOf(a), codeOf(b)) || compareValues((a as Code).scope, (b as Code).scope, strings),
}

/** Milliseconds since 1970. BSON dates may lie beyond what JavaScript's can hold; those are kept below all others. */
export const timeOf = (date: Date): number => (Number.isNaN(date.getTime()) ? -9e15 : date.getTime())

/** The text of a string or symbol. */
export const textOf = (value: unknown): string => (value instanceof BSONSymbol ? value.value : String(value))

/** The source of a stored script; the engine keeps such values and never runs them. */
export const codeOf = (value: unknown): string => (value instanceof Code ? value.code : '')

/** Bytes and subtype of any binary value. */
export function bytesOf(value: unknown): { bytes: Uint8Array; subtype: number } {
  if (value instanceof Binary) return { bytes: value.buffer.subarray(0, value.position), subtype: value.sub_type }
  return { bytes: value instanceof Uint8Array ? value : new Uint8Array(), subtype: 0 }
}

/** Pattern and options of a regular expression, in MongoDB's letters. */
export function regexOf(value: unknown): { pattern: string; options: string } {
  if (value instanceof BSONRegExp) return { pattern: value.pattern, options: value.options }
  if (!(value instanceof RegExp)) return { pattern: '', options: '' }
  const options = `${value.ignoreCase ? 'i' : ''}${value.multiline ? 'm' : ''}${value.dotAll ? 's' : ''}`
  return { pattern: value.source, options: value.global ? `${options}g` : options }
}

// MongoDB compares the type of each field before its name, and the name before the value.
function compareDocuments(a: Document, b: Document, strings: StringOrder): number {
  const left = Object.entries(fieldsOf(a))
  const right = Object.entries(fieldsOf(b))
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [name, value] = left[i] ?? ['', undefined]
    const [otherName, other] = right[i] ?? ['', undefined]
    const byType = typeOf(value).bracket - typeOf(other).bracket
    const order = Math.sign(byType) || compareStrings(name, otherName) || compareValues(value, other, strings)
    if (order !== 0) return order
  }
  return Math.sign(left.length - right.length)
}

function compareArrays(a: unknown[], b: unknown[], strings: StringOrder): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareValues(a[i], b[i], strings)
    if (order !== 0) return order
  }
  return Math.sign(a.length - b.length)
}

function compareBinary(a: unknown, b: unknown): number {
  const left = bytesOf(a)
  const right = bytesOf(b)
  return (
    Math.sign(left.bytes.length - right.bytes.length) ||
    Math.sign(left.subtype - right.subtype) ||
    Buffer.compare(left.bytes, right.bytes)
  )
}

function compareRegexes(a: unknown, b: unknown): number {
  const left = regexOf(a)
  const right = regexOf(b)
  return compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options)
}

/** Whether two values would be stored as the same bytes: the test for "this update changes nothing". */
export function identicalValues(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeOf(a) !== typeOf(b)) return false
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => identicalValues(one, b[i]))
  if (typeOf(a) === types.object) return identicalFields(fieldsOf(a as Document), fieldsOf(b as Document))
  return compareValues(a, b) === 0 && sameZero(a, b)
}

function identicalFields(a: Document, b: Document): boolean {
  const names = Object.keys(a)
  const others = Object.keys(b)
  return (
    names.length === others.length && names.every((name, i) => name === others[i] && identicalValues(a[name], b[name]))
  )
}

// 0 and -0, or 1.0 and 1.00 as decimals, are equal and yet stored differently.
function sameZero(a: unknown, b: unknown): boolean {
  if (typeOf(a) === types.decimal || typeOf(a) === types.double) return showNumber(a) === showNumber(b)
  return true
}

const showNumber = (value: unknown): string =>
  value instanceof Long ? value.toString() : Object.is(Number(value), -0) ? `-${String(value)}` : String(value)
