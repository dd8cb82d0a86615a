import { type Document, Timestamp } from 'bson'
import { fieldsOf, isDocument } from './fields.js'
import { toNumber } from './numbers.js'
import { bytesOf, codeOf, regexOf, textOf } from './order.js'
import { typeOf } from './types.js'

/** A value as MongoDB writes it in error messages: `{ a: 1, b: [ "x" ] }`. */
export function show(value: unknown): string {
  const text = simple[typeOf(value).alias]?.(value)
  if (text !== undefined) return text
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(show).join(', ')} ]`
  if (isDocument(value)) return showDocument(fieldsOf(value))
  return String(value)
}

/** A field and its value: `a: 1`. */
export const showField = (name: string, value: unknown): string => `${name}: ${show(value)}`

const simple: Record<string, (value: unknown) => string> = {
  missing: () => 'MISSING',
  null: () => 'null',
  string: (value) => `"${textOf(value)}"`,
  symbol: (value) => `"${textOf(value)}"`,
  double: (value) => showDouble(toNumber(value) ?? Number.NaN),
  objectId: (value) => `ObjectId('${String(value)}')`,
  date: (value) => `new Date(${Number(value)})`,
  binData: showBinary,
  regex: (value) => `/${regexOf(value).pattern}/${regexOf(value).options}`,
  javascript: codeOf,
  minKey: () => 'MinKey',
  maxKey: () => 'MaxKey',
  timestamp: (value) => (value instanceof Timestamp ? `Timestamp(${value.t}, ${value.i})` : ''),
}

function showDocument(doc: Document): string {
  const fields = Object.entries(doc).map(([name, value]) => showField(name, value))
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

function showDouble(value: number): string {
  if (Number.isNaN(value)) return 'nan.0'
  if (!Number.isFinite(value)) return value > 0 ? 'inf.0' : '-inf.0'
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

function showBinary(value: unknown): string {
  const { bytes, subtype } = bytesOf(value)
  const hex = Buffer.from(bytes).toString('hex')
  if (subtype !== 4) return `BinData(${subtype}, ${hex.toUpperCase()})`
  return `UUID("${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.*)$/, '$1-$2-$3-$4-$5')}")`
}
