import { Decimal128, Double, Int32, Long } from 'bson'

/** A finite decimal as coefficient × 10^exponent. */
export interface Decimal {
  coefficient: bigint
  exponent: number
}

/** The value as a JavaScript number, rounded where it does not fit; `undefined` when it is no number at all. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (value instanceof Int32 || value instanceof Double) return value.value
  if (value instanceof Decimal128) return Number(value.toString())
  if (value instanceof Long && value._bsontype === 'Long') return value.toNumber()
  return typeof value === 'bigint' ? Number(value) : undefined
}

/** Whether it is one of MongoDB's four kinds of number (or a JavaScript one). */
export const isNumber = (value: unknown): boolean => toNumber(value) !== undefined

/** Compares two numbers of any kinds exactly; NaN equals itself and is below everything. */
export function compareNumbers(a: unknown, b: unknown): number {
  const left = toNumber(a) ?? Number.NaN
  const right = toNumber(b) ?? Number.NaN
  if (left < right) return -1
  if (left > right) return 1
  if (left !== right) return Number.isNaN(left) ? (Number.isNaN(right) ? 0 : -1) : 1
  // Rounding to a double never changes an order, so only a tie needs the exact values.
  return isExact(a) && isExact(b) ? 0 : compareExactly(a, b, left)
}

/** Whether the value is its own double: then comparing doubles is comparing values. */
export const isExact = (value: unknown): boolean =>
  typeof value === 'number' || value instanceof Int32 || value instanceof Double

/** The exact value; `undefined` for NaN and the infinities. */
export function toDecimal(value: unknown): Decimal | undefined {
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 }
  if (value instanceof Decimal128) return parseDecimal(value.toString())
  if (value instanceof Long) return { coefficient: value.toBigInt(), exponent: 0 }
  const number = toNumber(value)
  return number === undefined || !Number.isFinite(number) ? undefined : decimalOfDouble(number)
}

/** Compares two finite decimals. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const difference = a.exponent - b.exponent
  // Exponents reach 6,144: only values whose magnitudes already agree get here, so the shift stays small.
  const left = difference > 0 ? a.coefficient * 10n ** BigInt(difference) : a.coefficient
  const right = difference < 0 ? b.coefficient * 10n ** BigInt(-difference) : b.coefficient
  return left < right ? -1 : left > right ? 1 : 0
}

/** Reads decimal text such as `-1.50E+3`; `undefined` for NaN and the infinities. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text)
  if (!match || (match[2] === '' && match[3] === '')) return undefined
  const [, sign, whole = '', fraction = '', power = '0'] = match
  const digits = BigInt(whole + fraction)
  return { coefficient: sign === '-' ? -digits : digits, exponent: Number(power) - fraction.length }
}

function compareExactly(a: unknown, b: unknown, double: number): number {
  const left = toDecimal(a)
  const right = toDecimal(b)
  if (left && right) return compareDecimals(left, right)
  // One is infinite and the other merely too large for a double, which is then the smaller magnitude.
  const sign = double > 0 ? 1 : -1
  return left ? -sign : right ? sign : 0
}

// A double is an integer times a power of two, and every power of two is a finite decimal.
function decimalOfDouble(number: number): Decimal {
  if (Number.isInteger(number)) return { coefficient: BigInt(number), exponent: 0 }
  let halvings = 0
  let scaled = number
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    halvings++
  }
  return { coefficient: BigInt(scaled) * 5n ** BigInt(halvings), exponent: -halvings }
}
