import type { Document } from 'bson'
import { copyOf, getField, isDocument, setField, splitPath } from '../../bson/fields.js'
import { typeOf } from '../../bson/order.js'
import { failedToParse } from '../../errors.js'
import { isRegex } from '../../query/match/pattern.js'
import { valueAtPath } from '../expressions/paths.js'
import { evaluateLet } from '../expressions.js'
import { type Joined, joinedBy } from './joined.js'
import { refuseOthers, requireDocument, type Stage, type StageContext } from './stage.js'

/** `$lookup` by equal fields, by a pipeline with variables, or by both. */
export function lookup(argument: unknown, context: StageContext): Stage {
  const spec = readLookup(argument)
  if (spec.pipeline)
    context.inner(spec.pipeline, Object.fromEntries(Object.keys(spec.vars).map((name) => [name, null])))
  return function* (docs) {
    let joined: Joined | undefined
    for (const doc of docs) {
      joined ??= joinedBy(context.collection(spec.from), spec.foreignField ?? '_id', context.strings)
      const found = spec.localField === undefined ? joined.docs : joined.find(localValues(doc, spec.localField))
      const vars = spec.pipeline ? evaluateLet(spec.vars, doc, context) : {}
      const results = spec.pipeline ? context.inner(spec.pipeline, vars)(found) : found
      yield withField(doc, splitPath(spec.as), [...results])
    }
  }
}

interface Lookup {
  from: string
  as: string
  localField?: string
  foreignField?: string
  pipeline?: unknown
  vars: Document
}

function readLookup(argument: unknown): Lookup {
  const spec = requireDocument(
    argument,
    9,
    `the $lookup stage specification must be an object, but found ${typeOf(argument).alias}`,
  )
  refuseOthers(
    spec,
    ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'],
    9,
    (name) => `unknown argument to $lookup: ${name}`,
  )
  const { from, as, localField, foreignField, pipeline } = spec
  if (typeof as !== 'string') throw failedToParse("must specify 'as' field for a $lookup")
  if (typeof from !== 'string') throw failedToParse("must specify 'from' field for a $lookup")
  const vars: unknown = spec.let ?? {}
  if (!isDocument(vars))
    throw failedToParse(`$lookup argument 'let: ...' must be an object, is type ${typeOf(vars).alias}`)
  if (pipeline === undefined && (typeof localField !== 'string' || typeof foreignField !== 'string')) {
    throw failedToParse("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified")
  }
  if ((localField === undefined) !== (foreignField === undefined)) {
    throw failedToParse("$lookup requires both or neither of 'localField' and 'foreignField' to be specified")
  }
  const fields = typeof localField === 'string' && typeof foreignField === 'string' ? { localField, foreignField } : {}
  return { from, as, vars, ...fields, ...(pipeline === undefined ? {} : { pipeline }) }
}

/** The values a local field looks for: each element of an array, and null for a missing field. */
export function localValues(doc: Document, path: string): unknown[] {
  const value = valueAtPath(doc, path)
  const values: unknown[] = Array.isArray(value) ? value.flat() : [value ?? null]
  return values.filter((one) => !isRegex(one))
}

/** The document with a value at a path, replacing whatever is in the way. */
export function withField(doc: Document, [part = '', ...rest]: string[], value: unknown): Document {
  const copy = copyOf(doc)
  const inner = getField(doc, part)
  setField(copy, part, rest.length === 0 ? value : withField(isDocument(inner) ? inner : {}, rest, value))
  return copy
}
