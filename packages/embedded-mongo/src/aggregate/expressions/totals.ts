import { Double, Int32 } from 'bson'
import { isNumber, toNumber } from '../../bson/numbers.js'
import { compareValues } from '../../bson/order.js'
import { addNumbers, divide } from './arithmetic.js'
import { isNullish, type Operators, values } from './expression.js'

/** Totals over several values or over one array; what is no number does not count. */
export const totals: Operators = {
  $sum: overValues(total),
  $avg: overValues(average),
  $min: overValues((list, strings) => extreme(list, -1, strings)),
  $max: overValues((list, strings) => extreme(list, 1, strings)),
  $stdDevPop: overValues((list) => deviation(list, 0)),
  $stdDevSamp: overValues((list) => deviation(list, 1)),
}

type Compare = Parameters<typeof compareValues>[2]

function overValues(reduce: (list: unknown[], strings: Compare) => unknown) {
  return values(0, Number.POSITIVE_INFINITY, (parts, { strings }) => {
    const [only] = parts
    return reduce(parts.length === 1 && Array.isArray(only) ? only : parts, strings)
  })
}

/** The sum of the numbers. */
export function total(list: unknown[]): unknown {
  return list.filter(isNumber).reduce(addNumbers, new Int32(0))
}

/** The mean of the numbers, or null without any. */
export function average(list: unknown[]): unknown {
  const numbers = list.filter(isNumber)
  return numbers.length === 0 ? null : divide(total(numbers), new Int32(numbers.length))
}

/** The largest (`1`) or smallest (`-1`) value that is not null. */
export function extreme(list: unknown[], sign: 1 | -1, strings: Compare): unknown {
  let best: unknown = null
  for (const value of list) {
    if (isNullish(value)) continue
    if (best === null || compareValues(value, best, strings) * sign > 0) best = value
  }
  return best
}

/** The standard deviation of a population (`0`) or of a sample (`1`). */
export function deviation(list: unknown[], fewer: 0 | 1): unknown {
  const numbers = list.flatMap((value) => toNumber(value) ?? [])
  if (numbers.length <= fewer) return null
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length
  const squares = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return new Double(Math.sqrt(squares / (numbers.length - fewer)))
}
