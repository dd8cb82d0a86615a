import { type Document, Int32 } from 'bson'
import { entryOf, isDocument } from '../../bson/fields.js'
import { indexKeys } from '../../bson/keys.js'
import { toNumber } from '../../bson/numbers.js'
import { compareValues, equalValues } from '../../bson/order.js'
import type { StringOrder } from '../../bson/strings.js'
import { ValueMap } from '../../bson/value-map.js'
import { commandNotSupported, failedToParse, mongoError } from '../../errors.js'
import { addFields } from '../../query/project/apply.js'
import { emptyBranch, place } from '../../query/project/tree.js'
import { parseSort, sortDocuments } from '../../query/sort.js'
import { compileExpression } from '../expressions.js'
import { accumulators } from './accumulators.js'
import { refuseOthers, requireDocument, type Stage, type StageContext } from './stage.js'
import { type Row, readWindow } from './windows.js'

/** What one output field is for every row of a partition. */
type Column = (rows: Row[]) => unknown[]

/** `$setWindowFields`: adds fields computed from the rows around each row. */
export function setWindowFields(argument: unknown, context: StageContext): Stage {
  const spec = requireDocument(argument, 9, 'the $setWindowFields stage specification must be an object')
  refuseOthers(
    spec,
    ['partitionBy', 'sortBy', 'output'],
    40415,
    (name) => `BSON field '$setWindowFields.${name}' is an unknown field.`,
  )
  const sortBy: Document = isDocument(spec.sortBy) ? spec.sortBy : {}
  const { paths } = parseSort(sortBy)
  const output = requireDocument(
    spec.output,
    40414,
    "BSON field '$setWindowFields.output' is missing but a required field",
  )
  const columns = Object.entries(output).map(([path, field]) => ({
    path,
    column: compileColumn(field, paths, context),
  }))
  const partitionOf = compileExpression(spec.partitionBy ?? null, context)
  return function* (docs) {
    for (const partition of partitions(docs, partitionOf, context.strings)) {
      const sorted = paths.length > 0 ? sortDocuments(partition, sortBy, { strings: context.strings }) : partition
      const rows = sorted.map((doc) => ({ doc, key: paths.map((path) => indexKeys(doc, [path]).keys[0]?.[0]) }))
      yield* withColumns(rows, columns)
    }
  }
}

function partitions(
  docs: Iterable<Document>,
  partitionOf: (doc: Document) => unknown,
  strings: StringOrder | undefined,
): Document[][] {
  const groups = new ValueMap<Document[]>(strings)
  for (const doc of docs) groups.getOrMake(partitionOf(doc) ?? null, () => []).push(doc)
  return [...groups].sort(([a], [b]) => compareValues(a, b, strings)).map(([, group]) => group)
}

function* withColumns(rows: Row[], columns: { path: string; column: Column }[]): Iterable<Document> {
  const computed = columns.map(({ path, column }) => ({ path, values: column(rows) }))
  for (const [i, { doc }] of rows.entries()) {
    const tree = emptyBranch()
    for (const { path, values } of computed) place(tree, path, { kind: 'compute', compute: () => values[i] })
    yield addFields(doc, tree, doc)
  }
}

function compileColumn(field: unknown, sortPaths: string[], context: StageContext): Column {
  if (!isDocument(field)) throw failedToParse("The field 'output' of $setWindowFields must hold objects")
  const { window, ...rest } = field
  const [operator = '', extra] = Object.keys(rest)
  if (extra !== undefined) throw failedToParse(`Expected only one window function in the output, found ${extra} too`)
  const ranking = entryOf(rankings, operator)
  if (ranking) {
    if (sortPaths.length === 0)
      throw mongoError(5371602, `${operator} must be specified with a top level sortBy expression`)
    if (window !== undefined) throw mongoError(5371601, 'Rank style window functions take no other arguments')
    return ranking(context.strings)
  }
  if (operator === '$shift') return compileShift(rest.$shift, context)
  return compileTotal(operator, rest[operator], window, context)
}

const rankings: Record<string, (strings: StringOrder | undefined) => Column> = {
  $documentNumber: () => (rows) => rows.map((_, i) => new Int32(i + 1)),
  $rank: (strings) => ranks(strings, (i) => i + 1),
  $denseRank: (strings) => ranks(strings, (_, last) => last + 1),
}

function ranks(strings: StringOrder | undefined, next: (i: number, last: number) => number): Column {
  return (rows) => {
    let rank = 0
    return rows.map(({ key }, i) => {
      if (i === 0 || !equalValues(key, rows[i - 1]?.key, strings)) rank = next(i, rank)
      return new Int32(rank)
    })
  }
}

function compileShift(argument: unknown, context: StageContext): Column {
  const spec = requireDocument(argument, 9, 'Argument to $shift must be an object')
  const by = toNumber(spec.by)
  if (by === undefined || !Number.isInteger(by)) throw failedToParse("'$shift:by' field must be an integer")
  const evaluate = compileExpression(spec.output, context)
  const otherwise = compileExpression(spec.default ?? null, context)({})
  return (rows) =>
    rows.map((_, i) => {
      const other = rows[i + by]
      return other ? evaluate(other.doc) : otherwise
    })
}

function compileTotal(operator: string, argument: unknown, spec: unknown, context: StageContext): Column {
  const make = entryOf(accumulators, operator)
  if (!make) {
    if (refused.has(operator)) throw commandNotSupported(`The window function ${operator}`)
    throw failedToParse(`Unrecognized window function, ${operator}`)
  }
  const evaluate = operator === '$count' ? () => 1 : compileExpression(argument, context)
  const window = readWindow(spec)
  return (rows) => {
    const values = rows.map(({ doc }) => evaluate(doc))
    let total = make(context.strings)
    let added = 0
    return rows.map((_, i) => {
      const { first, last } = window(rows, i)
      // A window that only grows at its end goes on from the last row; any other starts afresh.
      if (first > 0 || added > last + 1) {
        total = make(context.strings)
        added = first
      }
      while (added <= last) total.add(values[added++])
      if (first > 0) added = Number.POSITIVE_INFINITY
      return total.result()
    })
  }
}

const refused = new Set([
  '$derivative',
  '$expMovingAvg',
  '$integral',
  '$linearFill',
  '$locf',
  '$covariancePop',
  '$covarianceSamp',
  '$minMaxScaler',
])
