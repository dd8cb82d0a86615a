import { Int32 } from 'bson'
import { isNumber } from '../../bson/numbers.js'
import { compareValues, equalValues } from '../../bson/order.js'
import type { StringOrder } from '../../bson/strings.js'
import { addNumbers, divide } from '../expressions/arithmetic.js'
import { isNullish } from '../expressions/expression.js'
import { mergeObjects } from '../expressions/objects.js'
import { deviation } from '../expressions/totals.js'

/** Gathers the values of one group. */
export interface Accumulator {
  add(value: unknown): void
  result(): unknown
}

/** Makes a fresh accumulator. */
export type MakeAccumulator = (strings: StringOrder | undefined) => Accumulator

/** The accumulators of `$group` and `$bucket`. */
export const accumulators: Record<string, MakeAccumulator> = {
  $sum: () => folding<unknown>(new Int32(0), (sum, value) => (isNumber(value) ? addNumbers(sum, value) : sum)),
  $count: () =>
    folding(
      0,
      (count) => count + 1,
      (count) => new Int32(count),
    ),
  $avg: () =>
    folding<{ sum: unknown; count: number }>(
      { sum: new Int32(0), count: 0 },
      (state, value) => (isNumber(value) ? { sum: addNumbers(state.sum, value), count: state.count + 1 } : state),
      ({ sum, count }) => (count === 0 ? null : divide(sum, new Int32(count))),
    ),
  $min: (strings) => best(-1, strings),
  $max: (strings) => best(1, strings),
  $first: () =>
    folding<{ value: unknown } | null>(
      null,
      (first, value) => first ?? { value },
      (first) => first?.value ?? null,
    ),
  $last: () =>
    folding<unknown>(
      null,
      (_, value) => value,
      (last) => last ?? null,
    ),
  $push: () => gathering(() => true),
  $addToSet: (strings) => gathering((list, value) => !list.some((one) => equalValues(one, value, strings))),
  $mergeObjects: () => folding<unknown>({}, (merged, value) => mergeObjects([merged, value])),
  $stdDevPop: () =>
    gathering(
      () => true,
      (list) => deviation(list, 0),
    ),
  $stdDevSamp: () =>
    gathering(
      () => true,
      (list) => deviation(list, 1),
    ),
}

function folding<State>(
  start: State,
  step: (state: State, value: unknown) => State,
  finish: (state: State) => unknown = (state) => state,
): Accumulator {
  let state = start
  return {
    add: (value) => {
      state = step(state, value)
    },
    result: () => finish(state),
  }
}

function gathering(
  wanted: (list: unknown[], value: unknown) => boolean,
  finish: (list: unknown[]) => unknown = (list) => [...list],
): Accumulator {
  const list: unknown[] = []
  return {
    add: (value) => {
      if (value !== undefined && wanted(list, value)) list.push(value)
    },
    result: () => finish(list),
  }
}

const best = (sign: 1 | -1, strings: StringOrder | undefined): Accumulator =>
  folding<unknown>(null, (found, value) => {
    if (isNullish(value)) return found
    return found === null || compareValues(value, found, strings) * sign > 0 ? value : found
  })
