import { Decimal128, Double } from 'bson'
import { add, bigintOf, integer, multiply, negate } from '../../bson/arithmetic.js'
import { divideDecimals, toDecimal128, toRoundedDecimal } from '../../bson/decimal128.js'
import { isNumber, toNumber } from '../../bson/numbers.js'
import { typeOf, types } from '../../bson/order.js'
import { badValue, mongoError, typeMismatch } from '../../errors.js'
import { binary, isNullish, nullable, type Operators, values } from './expression.js'
import { validDate } from './zones.js'

/** Operators that calculate; integers that overflow 64 bits become doubles. */
export const arithmetic: Operators = {
  $add: values(0, Number.POSITIVE_INFINITY, (terms) => sum(terms)),
  $subtract: binary((a, b) => subtract(a, b)),
  $multiply: values(0, Number.POSITIVE_INFINITY, (factors) => {
    if (factors.some(isNullish)) return null
    return factors.reduce((product, factor) => {
      if (!isNumber(factor)) throw typeMismatch(`$multiply only supports numeric types, not ${typeOf(factor).alias}`)
      return multiply(product, factor) ?? new Double((toNumber(product) ?? 0) * (toNumber(factor) ?? 0))
    }, 1)
  }),
  $divide: binary((a, b) => {
    if (isNullish(a) || isNullish(b)) return null
    requireNumbers('$divide', a, b, 14)
    if (toNumber(b) === 0) throw badValue("can't $divide by zero")
    return divide(a, b)
  }),
  $mod: binary((a, b) => {
    if (isNullish(a) || isNullish(b)) return null
    requireNumbers('$mod', a, b, 16611)
    if (toNumber(b) === 0) throw mongoError(16610, "can't $mod by zero")
    return remainder(a, b)
  }),
  $abs: nullable((value) => {
    if (!isNumber(value)) throw mongoError(28765, `$abs only supports numeric types, not ${typeOf(value).alias}`)
    return (toNumber(value) ?? 0) < 0 ? negate(value) : value
  }),
  $sqrt: real('$sqrt', (x) => {
    if (x < 0) throw mongoError(28714, "$sqrt's argument must be greater than or equal to 0")
    return Math.sqrt(x)
  }),
  $exp: real('$exp', Math.exp),
  $ln: real('$ln', (x) => Math.log(positive('$ln', 28766, x))),
  $log10: real('$log10', (x) => Math.log10(positive('$log10', 28761, x))),
  $log: binary((a, b) => {
    if (isNullish(a) || isNullish(b)) return null
    requireNumbers('$log', a, b, 28756)
    return new Double(
      Math.log(positive('$log', 28758, toNumber(a) ?? 0)) / Math.log(positive('$log', 28759, toNumber(b) ?? 0)),
    )
  }),
  $pow: binary((a, b) => {
    if (isNullish(a) || isNullish(b)) return null
    requireNumbers('$pow', a, b, 28762)
    return power(a, b)
  }),
}

/** The sum of numbers and at most one date. */
export function sum(terms: unknown[]): unknown {
  if (terms.some(isNullish)) return null
  let date = false
  const total = terms.reduce((result, term) => {
    if (term instanceof Date && date) throw mongoError(16612, 'only one date allowed in an $add expression')
    if (!isNumber(term) && !(term instanceof Date)) {
      throw typeMismatch(`$add only supports numeric or date types, not ${typeOf(term).alias}`)
    }
    date ||= term instanceof Date
    return addNumbers(result, term instanceof Date ? BigInt(validDate(term).getTime()) : term)
  }, 0)
  return date ? validDate(new Date(Math.round(toNumber(total) ?? Number.NaN))) : total
}

/** The sum of two numbers, as a double when 64-bit integers overflow. */
export const addNumbers = (a: unknown, b: unknown): unknown =>
  add(a, b) ?? new Double((toNumber(a) ?? 0) + (toNumber(b) ?? 0))

function subtract(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null
  if (a instanceof Date && b instanceof Date)
    return integer(BigInt(validDate(a).getTime() - validDate(b).getTime()), 'long')
  if (a instanceof Date && isNumber(b)) return validDate(new Date(Math.round(a.getTime() - (toNumber(b) ?? 0))))
  if (isNumber(a) && isNumber(b)) return addNumbers(a, negate(b))
  throw typeMismatch(`can't $subtract ${typeOf(b).alias} from ${typeOf(a).alias}`)
}

/** The quotient, a double unless a decimal is involved. */
export function divide(a: unknown, b: unknown): unknown {
  const exact = isDecimal(a) || isDecimal(b)
  const left = exact ? toRoundedDecimal(a) : undefined
  const right = exact ? toRoundedDecimal(b) : undefined
  if (left && right) return toDecimal128(divideDecimals(left, right))
  const quotient = (toNumber(a) ?? 0) / (toNumber(b) ?? 0)
  return exact ? Decimal128.fromString(String(quotient)) : new Double(quotient)
}

function remainder(a: unknown, b: unknown): unknown {
  if (isWhole(a) && isWhole(b)) {
    const long = typeOf(a) === types.long || typeOf(b) === types.long
    return integer(bigintOf(a) % bigintOf(b), long ? 'long' : 'int')
  }
  const rest = (toNumber(a) ?? 0) % (toNumber(b) ?? 0)
  return isDecimal(a) || isDecimal(b) ? Decimal128.fromString(String(rest)) : new Double(rest)
}

function power(a: unknown, b: unknown): unknown {
  const base = toNumber(a) ?? 0
  const exponent = toNumber(b) ?? 0
  if (base === 0 && exponent < 0) throw mongoError(28764, '$pow cannot take a base of 0 and a negative exponent')
  const result = base ** exponent
  if (!isWhole(a) || !isWhole(b) || exponent < 0 || !Number.isSafeInteger(result)) return new Double(result)
  const long = typeOf(a) === types.long || typeOf(b) === types.long
  return integer(BigInt(result), long ? 'long' : 'int')
}

function real(name: string, apply: (x: number) => number) {
  return nullable((value) => {
    const number = toNumber(value)
    if (number === undefined) throw mongoError(28765, `${name} only supports numeric types, not ${typeOf(value).alias}`)
    return isDecimal(value) ? Decimal128.fromString(String(apply(number))) : new Double(apply(number))
  })
}

function positive(name: string, code: number, x: number): number {
  if (x <= 0) throw mongoError(code, `${name}'s argument must be a positive number, but is ${x}`)
  return x
}

function requireNumbers(name: string, a: unknown, b: unknown, code: number): void {
  if (isNumber(a) && isNumber(b)) return
  throw mongoError(code, `${name} only supports numeric types, not ${typeOf(a).alias} and ${typeOf(b).alias}`)
}

const isDecimal = (value: unknown): boolean => typeOf(value) === types.decimal

const isWhole = (value: unknown): boolean => typeOf(value) === types.int || typeOf(value) === types.long
