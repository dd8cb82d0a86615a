import type { Document } from 'bson'
import { copyOf, fieldsOf, getField, isDocument, setField } from '../../bson/fields.js'
import { typeOf } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { mongoError } from '../../errors.js'
import { type Compiler, type Expression, isNullish, nullable, type Operators, values } from './expression.js'

/** Operators on documents. */
export const objects: Operators = {
  $mergeObjects: values(0, Number.POSITIVE_INFINITY, (parts) =>
    mergeObjects(parts.length === 1 && Array.isArray(parts[0]) ? parts[0] : parts),
  ),
  $objectToArray: nullable((value) => {
    if (!isDocument(value))
      throw mongoError(40390, `$objectToArray requires a document input, found: ${typeOf(value).alias}`)
    return Object.entries(fieldsOf(value)).map(([k, v]) => ({ k, v }))
  }),
  $arrayToObject: nullable(arrayToObject),
  $getField: compileGetField,
  $setField: compileSetField,
  $unsetField: compileSetField,
}

/** Later documents overwrite the fields of earlier ones. */
export function mergeObjects(parts: unknown[]): Document {
  const merged: Document = {}
  for (const part of parts) {
    if (isNullish(part)) continue
    if (!isDocument(part)) {
      throw mongoError(
        40400,
        `$mergeObjects requires object inputs, but input ${show(part)} is of type ${typeOf(part).alias}`,
      )
    }
    for (const [name, value] of Object.entries(fieldsOf(part))) setField(merged, name, value)
  }
  return merged
}

function arrayToObject(array: unknown): Document {
  if (!Array.isArray(array))
    throw mongoError(40386, `$arrayToObject requires an array input, found: ${typeOf(array).alias}`)
  const result: Document = {}
  for (const entry of array) {
    const [name, value] = pairOf(entry)
    if (typeof name !== 'string') {
      throw mongoError(
        40395,
        `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeOf(name).alias}`,
      )
    }
    setField(result, name, value)
  }
  return result
}

function pairOf(entry: unknown): [unknown, unknown] {
  if (Array.isArray(entry)) {
    if (entry.length !== 2)
      throw mongoError(40397, `$arrayToObject requires an array of size 2 arrays,found array of size: ${entry.length}`)
    return [entry[0], entry[1]]
  }
  if (!isDocument(entry)) {
    throw mongoError(40398, `Unrecognised input type format for $arrayToObject: ${typeOf(entry).alias}`)
  }
  if (!Object.hasOwn(entry, 'k') || !Object.hasOwn(entry, 'v')) {
    throw mongoError(
      40393,
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${Object.keys(entry).length}`,
    )
  }
  return [entry.k, entry.v]
}

function compileGetField(argument: unknown, compiler: Compiler): Expression {
  const full = isDocument(argument) && Object.hasOwn(argument, 'field')
  const name = fieldName('$getField', full ? argument.field : argument, compiler)
  const input = compiler.compile(full && Object.hasOwn(argument, 'input') ? argument.input : '$$CURRENT')
  return (env) => {
    const doc = input(env)
    if (isDocument(doc)) return getField(doc, name(env))
    return doc === null ? null : undefined
  }
}

function compileSetField(argument: unknown, compiler: Compiler, operator: string): Expression {
  if (!isDocument(argument)) throw mongoError(4161100, `${operator} only supports an object as its argument`)
  const name = fieldName(operator, argument.field, compiler)
  const input = compiler.compile(argument.input)
  const value = operator === '$setField' ? compiler.compile(argument.value) : () => undefined
  return (env) => {
    const doc = input(env)
    if (isNullish(doc)) return null
    if (!isDocument(doc)) throw mongoError(4161105, `${operator} requires 'input' to evaluate to type Object`)
    const next = copyOf(doc)
    const field = name(env)
    const set = value(env)
    if (set === undefined) delete next[field]
    else setField(next, field, set)
    return next
  }
}

// The name is a constant: `'$a'` would be a path, so such names are written with $literal.
function fieldName(operator: string, spec: unknown, compiler: Compiler): (env: Parameters<Expression>[0]) => string {
  const part = compiler.compile(spec)
  return (env) => {
    const name = part(env)
    if (typeof name === 'string') return name
    throw mongoError(3041704, `${operator} requires 'field' to evaluate to type String, but got ${typeOf(name).alias}`)
  }
}
