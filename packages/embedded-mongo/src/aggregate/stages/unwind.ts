import { type Document, Long } from 'bson'
import { copyOf, getField, isDocument, setField, splitPath } from '../../bson/fields.js'
import { typeOf } from '../../bson/order.js'
import { mongoError } from '../../errors.js'
import { refuseOthers, type Stage } from './stage.js'

/** `$unwind`: one document per element. */
export function unwind(argument: unknown): Stage {
  const { path, index, keepEmpty } = readUnwind(argument)
  return function* (docs) {
    for (const doc of docs) {
      const value = valueAt(doc, path)
      if (!Array.isArray(value)) {
        if (value !== null && value !== undefined) yield withIndex(doc, index, null)
        else if (keepEmpty) yield withIndex(doc, index, null)
      } else if (value.length === 0) {
        if (keepEmpty) yield withIndex(withValue(doc, path, undefined), index, null)
      } else {
        for (const [i, element] of value.entries()) {
          yield withIndex(withValue(doc, path, element), index, Long.fromNumber(i))
        }
      }
    }
  }
}

interface Unwind {
  path: string[]
  index: string[] | undefined
  keepEmpty: boolean
}

function readUnwind(argument: unknown): Unwind {
  if (typeof argument === 'string') return { path: readPath(argument), index: undefined, keepEmpty: false }
  if (!isDocument(argument)) {
    throw mongoError(
      15981,
      `expected either a string or an object as specification for $unwind stage, got ${typeOf(argument).alias}`,
    )
  }
  refuseOthers(
    argument,
    ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'],
    28811,
    (name) => `unrecognized option to $unwind stage: ${name}`,
  )
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: keep } = argument
  if (path === undefined) throw mongoError(28812, 'no path specified to $unwind stage')
  if (typeof path !== 'string')
    throw mongoError(28808, `expected a string as the path for $unwind stage, got ${typeOf(path).alias}`)
  if (keep !== undefined && typeof keep !== 'boolean') {
    throw mongoError(
      28809,
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeOf(keep).alias}`,
    )
  }
  if (index !== undefined && (typeof index !== 'string' || index === '')) {
    throw mongoError(
      28810,
      `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeOf(index).alias}`,
    )
  }
  if (index?.startsWith('$'))
    throw mongoError(28822, `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`)
  return { path: readPath(path), index: index ? splitPath(index) : undefined, keepEmpty: keep === true }
}

function readPath(path: string): string[] {
  if (path.startsWith('$') && path.length > 1) return splitPath(path.slice(1))
  throw mongoError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`)
}

function valueAt(doc: Document, path: string[]): unknown {
  let value: unknown = doc
  for (const part of path) value = isDocument(value) ? getField(value, part) : undefined
  return value
}

function withValue(doc: Document, [part = '', ...rest]: string[], value: unknown): Document {
  const copy = copyOf(doc)
  const inner = getField(doc, part)
  const next = rest.length === 0 ? value : withValue(isDocument(inner) ? inner : {}, rest, value)
  if (next === undefined) delete copy[part]
  else setField(copy, part, next)
  return copy
}

const withIndex = (doc: Document, index: string[] | undefined, value: Long | null): Document =>
  index ? withValue(doc, index, value) : doc
