import { Decimal128 } from 'bson'
import { type Decimal, parseDecimal, toDecimal, toNumber } from './numbers.js'
import { typeOf, types } from './types.js'

const DIGITS = 34

/** The value for decimal arithmetic: a double counts with its first 15 digits, as MongoDB converts it. */
export function toRoundedDecimal(value: unknown): Decimal | undefined {
  if (typeOf(value) !== types.double) return toDecimal(value)
  const number = toNumber(value) ?? Number.NaN
  return Number.isFinite(number) ? parseDecimal(number.toPrecision(15)) : undefined
}

/** Rounds to the 34 digits a Decimal128 holds, half to even. */
export function toDecimal128({ coefficient, exponent }: Decimal): Decimal128 {
  const rounded = roundTo(coefficient, DIGITS)
  return Decimal128.fromString(`${rounded.coefficient}E${exponent + rounded.dropped}`)
}

/** Rounds a decimal to a number of places after the point, half to even. */
export function roundToPlace(value: Decimal, place: number): Decimal {
  const drop = -place - value.exponent
  if (drop <= 0) return value
  return { coefficient: divideHalfEven(value.coefficient, 10n ** BigInt(drop)), exponent: -place }
}

/** Divides with all the digits a Decimal128 holds; exact quotients stay short. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  const widened = a.coefficient * 10n ** BigInt(DIGITS * 2)
  return shortened(
    { coefficient: divideHalfEven(widened, b.coefficient), exponent: a.exponent - b.exponent - DIGITS * 2 },
    a.exponent - b.exponent,
  )
}

function shortened({ coefficient, exponent }: Decimal, ideal: number): Decimal {
  let short = coefficient
  let power = exponent
  while (power < ideal && short !== 0n && short % 10n === 0n) {
    short /= 10n
    power++
  }
  return short === 0n ? { coefficient: 0n, exponent: ideal } : { coefficient: short, exponent: power }
}

function roundTo(coefficient: bigint, digits: number): { coefficient: bigint; dropped: number } {
  const excess = String(coefficient < 0n ? -coefficient : coefficient).length - digits
  if (excess <= 0) return { coefficient, dropped: 0 }
  const rounded = divideHalfEven(coefficient, 10n ** BigInt(excess))
  // 999…9 may round up to one digit more.
  const again = roundTo(rounded, digits)
  return { coefficient: again.coefficient, dropped: excess + again.dropped }
}

function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  const rest = dividend % divisor
  const twice = magnitude(rest) * 2n
  const size = magnitude(divisor)
  if (twice < size || (twice === size && quotient % 2n === 0n)) return quotient
  return quotient + (dividend < 0n === divisor < 0n ? 1n : -1n)
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)
