import { compareNumbers, toNumber } from '../../bson/numbers.js'
import { compareValues, typeOf, types } from '../../bson/order.js'
import type { StringOrder } from '../../bson/strings.js'
import { NUMBERS } from '../../bson/types.js'
import { badValue } from '../../errors.js'
import type { Test } from './path.js'
import { isRegex, regexTest } from './pattern.js'

/** Equality as a query means it: null also finds what is missing. */
export function equals(operand: unknown, strings: StringOrder | undefined): Test {
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined
  if (typeof operand === 'string' && !strings) return (value) => value === operand || isSame(value, operand)
  return (value) => compareValues(value, operand, strings) === 0
}

const isSame = (value: unknown, operand: string): boolean =>
  typeof value === 'object' && value !== null && compareValues(value, operand) === 0

/** `$gt`, `$gte`, `$lt`, `$lte`: only values of the operand's own type are greater or smaller. */
export function inequality(
  operator: '$gt' | '$gte' | '$lt' | '$lte',
  operand: unknown,
  strings: StringOrder | undefined,
): Test {
  const accepts = acceptors[operator]
  const type = typeOf(operand)
  if (type.bracket <= types.null.bracket && type !== types.minKey) return accepts(0) ? equals(null, strings) : never
  if (type === types.minKey || type === types.maxKey) return (value) => accepts(compareValues(value, operand))
  if (type.bracket === NUMBERS) return numberTest(operand, accepts)
  return (value) => typeOf(value).bracket === type.bracket && accepts(compareValues(value, operand, strings))
}

const never: Test = () => false

const acceptors: Record<string, (order: number) => boolean> &
  Record<'$gt' | '$gte' | '$lt' | '$lte', (order: number) => boolean> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
}

// NaN is in no order with other numbers, only equal to itself.
function numberTest(operand: unknown, accepts: (order: number) => boolean): Test {
  const wantsNaN = Number.isNaN(toNumber(operand))
  return (value) => {
    const number = toNumber(value)
    if (number === undefined || Number.isNaN(number) !== wantsNaN) return false
    return accepts(wantsNaN ? 0 : compareNumbers(value, operand))
  }
}

/** `$in`: any of the values, or a match of any of the regular expressions among them. */
export function isIn(operand: unknown[], strings: StringOrder | undefined): Test {
  const patterns = operand.filter(isRegex).map((pattern) => regexTest(pattern))
  const values = operand.filter((value) => !isRegex(value)).sort((a, b) => compareValues(a, b, strings))
  const hasNull = values.some((value) => value === null || value === undefined)
  return (value) => {
    if (value === undefined) return hasNull
    return contains(values, value, strings) || patterns.some((test) => test(value))
  }
}

function contains(sorted: unknown[], value: unknown, strings: StringOrder | undefined): boolean {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = compareValues(value, sorted[middle], strings)
    if (order === 0) return true
    if (order < 0) high = middle - 1
    else low = middle + 1
  }
  return false
}

/** A comparison with a pattern is a mistake MongoDB reports. */
export function refuseRegex(path: string, operand: unknown): void {
  if (isRegex(operand)) throw badValue(`Can't have RegEx as arg to predicate over field '${path}'.`)
}
