import { type Document, Int32 } from 'bson'
import { isDocument } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { compareValues } from '../../bson/order.js'
import type { StringOrder } from '../../bson/strings.js'
import { commandNotSupported, mongoError } from '../../errors.js'
import { compileExpression } from '../expressions.js'
import { refuseOthers, requireDocument, type Stage, type StageContext } from './stage.js'

/** A document with the value it is put into a bucket by. */
interface Entry {
  doc: Document
  value: unknown
}

/** Groups the documents of one bucket into one with the given `_id`. */
export type GroupBucket = (id: Document, docs: Document[]) => Document

/** `$bucketAuto`: as many buckets as asked for, of about the same size; equal values never part. */
export function bucketAuto(
  argument: unknown,
  context: StageContext,
  groupFor: (output: Document) => GroupBucket,
): Stage {
  const spec = requireDocument(argument, 40240, 'The argument to $bucketAuto must be an object')
  refuseOthers(
    spec,
    ['groupBy', 'buckets', 'output', 'granularity'],
    40245,
    (name) => `Unrecognized option to $bucketAuto: ${name}.`,
  )
  if (spec.granularity !== undefined) throw commandNotSupported('The option granularity of $bucketAuto')
  const count = toNumber(spec.buckets)
  if (!Object.hasOwn(spec, 'groupBy') || spec.buckets === undefined) {
    throw mongoError(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.")
  }
  if (count === undefined) throw mongoError(40241, "The $bucketAuto 'buckets' field must be a numeric value")
  if (!Number.isInteger(count))
    throw mongoError(40242, "The $bucketAuto 'buckets' field must be representable as a 32-bit integer")
  if (count <= 0) throw mongoError(40243, `The $bucketAuto 'buckets' field must be greater than 0, but found: ${count}`)
  const evaluate = compileExpression(spec.groupBy, context)
  const group = groupFor(isDocument(spec.output) ? spec.output : { count: { $sum: new Int32(1) } })
  return (docs) => {
    const entries = Array.from(docs, (doc) => ({ doc, value: evaluate(doc) ?? null }))
    entries.sort((a, b) => compareValues(a.value, b.value, context.strings))
    return named(divide(entries, count, context.strings), group)
  }
}

function divide(entries: Entry[], count: number, strings: StringOrder | undefined): Entry[][] {
  const size = Math.max(1, Math.round(entries.length / count))
  const buckets: Entry[][] = []
  let start = 0
  while (start < entries.length) {
    let end = buckets.length === count - 1 ? entries.length : Math.min(start + size, entries.length)
    while (end < entries.length && compareValues(entries[end]?.value, entries[end - 1]?.value, strings) === 0) end++
    buckets.push(entries.slice(start, end))
    start = end
  }
  return buckets
}

// A bucket ends where the next begins; only the last includes its upper value.
const named = (buckets: Entry[][], group: GroupBucket): Document[] =>
  buckets.map((bucket, i) => {
    const max = buckets[i + 1]?.[0] ?? bucket.at(-1)
    return group(
      { min: bucket[0]?.value, max: max?.value },
      bucket.map(({ doc }) => doc),
    )
  })
