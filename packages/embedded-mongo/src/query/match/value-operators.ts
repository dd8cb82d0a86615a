import type { Document } from 'bson'
import { toNumber } from '../../bson/numbers.js'
import { typeNamed, typeOf } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { NUMBERS } from '../../bson/types.js'
import { badValue, failedToParse, MongoError } from '../../errors.js'
import type { Test } from './path.js'
import { isRegex, patternTest, regexTest } from './pattern.js'
import type { Predicate } from './predicate.js'

/** Truth as BSON sees it: zero, null, missing and false are false. */
export const isTrue = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== false && toNumber(value) !== 0

/** `$type`: any of the types, by alias, number or the group `number`. */
export function typeTest(operand: unknown): Test {
  const wanted = Array.isArray(operand) ? operand : [operand]
  if (wanted.length === 0) throw failedToParse('a must match at least one type')
  const tests = wanted.map(oneType)
  return (value) => value !== undefined && tests.some((test) => test(value))
}

function oneType(name: unknown): Test {
  if (name === 'number') return (value) => typeOf(value).bracket === NUMBERS
  const number = toNumber(name)
  const type = typeof name === 'string' ? typeNamed(name) : number === undefined ? undefined : typeNamed(number)
  if (type) return (value) => typeOf(value) === type
  if (typeof name === 'string') throw badValue(`Unknown type name alias: ${name}`)
  if (number === undefined) throw new MongoError(14, 'type must be represented as a number or a string')
  throw badValue(`Invalid numerical type code: ${number}`)
}

/** `$size`: about the array itself, never about arrays inside it. */
export function sizeTest(operand: unknown): Predicate {
  const size = toNumber(operand)
  if (size === undefined) throw badValue(`Failed to parse $size. Expected a number in: $size: ${show(operand)}`)
  if (!Number.isInteger(size)) throw badValue(`Failed to parse $size. Expected an integer: $size: ${show(operand)}`)
  if (size < 0) throw badValue(`Failed to parse $size. Expected a non-negative number in: $size: ${show(operand)}`)
  return { test: (value) => Array.isArray(value) && value.length === size, whole: true }
}

/** `$mod`: fractions do not count. */
export function modTest(operand: unknown): Test {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array')
  if (operand.length < 2) throw badValue('malformed mod, not enough elements')
  if (operand.length > 2) throw badValue('malformed mod, too many elements')
  const [divisor = 0, remainder = 0] = operand.map((one, i) => Math.trunc(modNumber(one, i)))
  if (divisor === 0) throw badValue('divisor cannot be 0')
  return (value) => {
    const number = toNumber(value)
    return number !== undefined && Number.isFinite(number) && Math.trunc(number) % divisor === remainder
  }
}

function modNumber(value: unknown, i: number): number {
  const number = toNumber(value)
  if (number !== undefined && Number.isFinite(number)) return number
  throw badValue(`malformed mod, ${i === 0 ? 'divisor' : 'remainder'} not a number`)
}

/** `$regex` with its `$options` beside it. */
export function regexOperator(operand: unknown, all: Document): Test {
  const options: unknown = all.$options
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string')
  if (isRegex(operand)) {
    if (options === undefined) return regexTest(operand)
    const own = 'source' in operand ? operand.flags : operand.options
    if (own !== '') throw new MongoError(51075, 'options set in both $regex and $options')
    return patternTest('source' in operand ? operand.source : operand.pattern, options)
  }
  if (typeof operand !== 'string') throw badValue('$regex has to be a string')
  return patternTest(operand, options ?? '')
}
