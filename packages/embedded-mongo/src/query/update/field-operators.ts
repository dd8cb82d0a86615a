import { Timestamp } from 'bson'
import { isDocument } from '../../bson/fields.js'
import { compareValues, identicalValues, typeOf } from '../../bson/order.js'
import { badValue } from '../../errors.js'
import type { Scope } from '../match/operators.js'
import type { Leaf, LeafMaker } from './leaf.js'

/** Operators that replace, remove or compare a whole value. */
export const fieldOperators: Record<string, LeafMaker> = {
  $set: (argument) => replaceBy(argument),
  $setOnInsert: (argument) => (current, place) => (place.insert ? replaceBy(argument)(current, place) : current),
  $unset: () => () => undefined,
  $min: (argument, _path, scope) => extreme(argument, -1, scope),
  $max: (argument, _path, scope) => extreme(argument, 1, scope),
  $currentDate: currentDate,
}

const replaceBy =
  (argument: unknown): Leaf =>
  (current) =>
    current !== undefined && identicalValues(current, argument) ? current : (argument ?? null)

const extreme =
  (argument: unknown, sign: 1 | -1, { strings }: Scope): Leaf =>
  (current) =>
    current === undefined || compareValues(argument, current, strings) * sign > 0 ? argument : current

function currentDate(argument: unknown): Leaf {
  if (typeof argument === 'boolean') return (_current, { now }) => now
  if (!isDocument(argument)) {
    throw badValue(
      `${typeOf(argument).alias} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    )
  }
  const other = Object.keys(argument).find((name) => name !== '$type')
  if (other !== undefined) throw badValue(`Unrecognized $currentDate option: ${other}`)
  if (argument.$type !== 'date' && argument.$type !== 'timestamp') {
    throw badValue(
      "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
    )
  }
  if (argument.$type === 'date') return (_current, { now }) => now
  return (_current, { now }) => new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 })
}
