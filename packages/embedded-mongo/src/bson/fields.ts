import { DBRef, type Document } from 'bson'
import { typeOf, types } from './types.js'

/** Whether the value is an embedded document. */
export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && typeOf(value) === types.object

/** The embedded document behind a value. The decoder turns `{ $ref, $id }` into a DBRef; here it is fields again. */
export const fieldsOf = (value: Document): Document =>
  value instanceof DBRef
    ? { $ref: value.collection, $id: value.oid, ...(value.db ? { $db: value.db } : {}), ...value.fields }
    : value

/** A field of the document's own: never something inherited such as `constructor`. */
export function getField(doc: Document, name: string): unknown {
  if (doc instanceof DBRef) return getField(fieldsOf(doc), name)
  return Object.hasOwn(doc, name) ? doc[name] : undefined
}

/** An entry of a table under a name from outside: never something inherited. */
export const entryOf = <Value>(table: Record<string, Value>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** Sets a field, also one named `__proto__`, which plain assignment would turn into a prototype. */
export function setField(doc: Document, name: string, value: unknown): void {
  if (name !== '__proto__') doc[name] = value
  else Object.defineProperty(doc, name, { value, writable: true, enumerable: true, configurable: true })
}

/** A shallow copy that keeps a field named `__proto__` a field. */
export function copyOf(doc: Document): Document {
  return { ...fieldsOf(doc) }
}

/** The parts of a dotted path. */
export function splitPath(path: string): string[] {
  const known = split.get(path)
  if (known) return known
  const parts = path.split('.')
  if (split.size > 5000) split.clear()
  split.set(path, parts)
  return parts
}

const split = new Map<string, string[]>()

/** Whether a path part may be an array index: digits without a leading zero. */
export const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part)
