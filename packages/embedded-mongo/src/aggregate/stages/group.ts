import { type Document, Int32 } from 'bson'
import { entryOf, isDocument, setField } from '../../bson/fields.js'
import { compareValues } from '../../bson/order.js'
import type { StringOrder } from '../../bson/strings.js'
import { ValueMap } from '../../bson/value-map.js'
import { commandNotSupported, mongoError } from '../../errors.js'
import { sortDocuments } from '../../query/sort.js'
import { compileExpression } from '../expressions.js'
import { type Accumulator, accumulators, type MakeAccumulator } from './accumulators.js'
import { bucketAuto } from './bucket-auto.js'
import { refuseOthers, requireDocument, type Stage, type StageContext, type StageMaker } from './stage.js'

/** Stages that gather documents into groups. */
export const groupStages: Record<string, StageMaker> = {
  $group: (argument, context) => {
    const spec = requireDocument(argument, 15947, "a group's fields must be specified in an object")
    if (!Object.hasOwn(spec, '_id')) throw mongoError(15955, 'a group specification must include an _id')
    const { _id, ...fields } = spec
    return grouping(compileExpression(_id, context), fields, context)
  },
  $sortByCount: (argument, context) => {
    const isExpression = isDocument(argument) && Object.keys(argument)[0]?.startsWith('$')
    if (!isExpression && !(typeof argument === 'string' && argument.startsWith('$'))) {
      throw mongoError(
        40149,
        'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
      )
    }
    const group = grouping(compileExpression(argument, context), { count: { $sum: new Int32(1) } }, context)
    return (docs) => sortDocuments(group(docs), { count: -1 })
  },
  $bucket: bucket,
  $bucketAuto: (argument, context) =>
    bucketAuto(argument, context, (output) => (id, docs) => {
      const [grouped = {}] = grouping(() => id, output, context)(docs)
      return grouped
    }),
}

interface Field {
  name: string
  evaluate: (doc: Document) => unknown
  make: MakeAccumulator
}

function grouping(idOf: (doc: Document) => unknown, spec: Document, context: StageContext): Stage {
  const fields = Object.entries(spec).map(([name, value]) => compileField(name, value, context))
  return function* (docs) {
    const groups = new ValueMap<Accumulator[]>(context.strings)
    for (const doc of docs) {
      const states = groups.getOrMake(idOf(doc) ?? null, () => fields.map(({ make }) => make(context.strings)))
      for (const [i, state] of states.entries()) state.add(fields[i]?.evaluate(doc))
    }
    for (const [id, states] of groups) {
      const result: Document = { _id: id }
      for (const [i, state] of states.entries()) setField(result, fields[i]?.name ?? '', state.result())
      yield result
    }
  }
}

function compileField(name: string, spec: unknown, context: StageContext): Field {
  if (name.includes('.')) throw mongoError(40235, `The field name '${name}' cannot contain '.'`)
  if (name.startsWith('$')) throw mongoError(40236, `The field name '${name}' cannot be an operator name`)
  const [operator] = isDocument(spec) ? Object.keys(spec) : []
  if (!isDocument(spec) || !operator?.startsWith('$')) {
    throw mongoError(40234, `The field '${name}' must be an accumulator object`)
  }
  if (Object.keys(spec).length > 1) throw mongoError(40238, `The field '${name}' must specify one accumulator`)
  const make = entryOf(accumulators, operator)
  if (!make)
    throw refused.has(operator)
      ? commandNotSupported(`The accumulator ${operator}`)
      : mongoError(15952, `unknown group operator '${operator}'`)
  const argument: unknown = spec[operator]
  if (Array.isArray(argument) && argument.length !== 1)
    throw mongoError(40237, `The ${operator} accumulator is a unary operator`)
  const only: unknown = Array.isArray(argument) ? argument[0] : argument
  return { name, make, evaluate: operator === '$count' ? () => 1 : compileExpression(only, context) }
}

const refused = new Set([
  '$accumulator',
  '$bottom',
  '$bottomN',
  '$firstN',
  '$lastN',
  '$maxN',
  '$median',
  '$minN',
  '$percentile',
  '$top',
  '$topN',
  '$concatArrays',
  '$setUnion',
])

function bucket(argument: unknown, context: StageContext): Stage {
  const spec = requireDocument(argument, 40201, 'Argument to $bucket stage must be an object')
  refuseOthers(
    spec,
    ['groupBy', 'boundaries', 'default', 'output'],
    40197,
    (name) => `Unrecognized option to $bucket: ${name}.`,
  )
  const { boundaries } = spec
  if (!Object.hasOwn(spec, 'groupBy') || !Array.isArray(boundaries)) {
    throw mongoError(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.")
  }
  if (boundaries.length < 2)
    throw mongoError(40192, "The $bucket 'boundaries' field must have at least 2 values, but found 1 value(s).")
  checkAscending(boundaries, context.strings)
  const evaluate = compileExpression(spec.groupBy, context)
  const idOf = (doc: Document): unknown => bucketOf(evaluate(doc), boundaries, spec, context.strings)
  const output = isDocument(spec.output) ? spec.output : { count: { $sum: new Int32(1) } }
  const group = grouping(idOf, output, context)
  return (docs) => sortDocuments(group(docs), { _id: 1 }, context)
}

function checkAscending(boundaries: unknown[], strings: StringOrder | undefined): void {
  for (const [i, boundary] of boundaries.entries()) {
    if (i > 0 && compareValues(boundaries[i - 1], boundary, strings) >= 0) {
      throw mongoError(
        40194,
        "The 'boundaries' option to $bucket must be sorted, but elements are not in ascending order.",
      )
    }
  }
}

// The lower boundary belongs to a bucket, the upper one to the next.
function bucketOf(value: unknown, boundaries: unknown[], spec: Document, strings: StringOrder | undefined): unknown {
  const above = boundaries.findIndex((boundary) => compareValues(value, boundary, strings) < 0)
  if (above > 0) return boundaries[above - 1]
  if (Object.hasOwn(spec, 'default')) return spec.default
  throw mongoError(40066, '$switch could not find a matching branch for an input, and no default was specified.')
}
