import { Double } from 'bson'
import { integer } from '../../bson/arithmetic.js'
import { roundToPlace, toDecimal128 } from '../../bson/decimal128.js'
import { type Decimal, isNumber, parseDecimal, toDecimal, toNumber } from '../../bson/numbers.js'
import { typeOf, types } from '../../bson/order.js'
import { mongoError } from '../../errors.js'
import { isNullish, type Operator, type Operators, values } from './expression.js'

/** Rounding keeps the type of the number. */
export const rounding: Operators = {
  $ceil: toWhole('$ceil', Math.ceil, (value) => fromFloor(value, 1n)),
  $floor: toWhole('$floor', Math.floor, (value) => fromFloor(value, 0n)),
  $round: toPlace('$round', roundToPlace),
  $trunc: toPlace('$trunc', truncateToPlace),
}

function toWhole(name: string, onDouble: (x: number) => number, onDecimal: (value: Decimal) => Decimal): Operator {
  return values(1, 1, ([value]) => {
    if (isNullish(value)) return null
    requireNumber(name, value)
    const type = typeOf(value)
    if (type === types.double) return new Double(onDouble(toNumber(value) ?? 0))
    const decimal = type === types.decimal ? toDecimal(value) : undefined
    return decimal ? toDecimal128(onDecimal(decimal)) : value
  })
}

function toPlace(name: string, round: (value: Decimal, place: number) => Decimal): Operator {
  return values(1, 2, ([value, places = 0]) => {
    if (isNullish(value) || isNullish(places)) return null
    requireNumber(name, value)
    const place = toNumber(places)
    if (place === undefined || !Number.isInteger(place) || place < -20 || place > 100) {
      throw mongoError(51083, `cannot apply ${name} with precision value ${place} value must be in [-20, 100]`)
    }
    return rounded(value, place, round)
  })
}

function rounded(value: unknown, place: number, round: (value: Decimal, place: number) => Decimal): unknown {
  const type = typeOf(value)
  // Doubles are rounded by their shortest decimal text, so that 2.675 behaves as it reads.
  const number = toNumber(value) ?? Number.NaN
  const exact = type === types.double ? parseDecimal(String(number)) : toDecimal(value)
  if (!exact) return value
  const result = round(exact, place)
  if (type === types.decimal) return toDecimal128(result)
  const text = `${result.coefficient}e${result.exponent}`
  if (type === types.double) return new Double(Number(text))
  return integer(BigInt(Number(text)), type === types.long ? 'long' : 'int') ?? value
}

function truncateToPlace(value: Decimal, place: number): Decimal {
  const drop = -place - value.exponent
  return drop <= 0 ? value : { coefficient: value.coefficient / 10n ** BigInt(drop), exponent: -place }
}

// Truncating goes towards zero: below zero the floor is one less, above zero the ceiling one more.
function fromFloor(value: Decimal, up: bigint): Decimal {
  const whole = truncateToPlace(value, 0)
  if (whole === value || whole.coefficient * 10n ** BigInt(-value.exponent) === value.coefficient) return whole
  const negative = value.coefficient < 0n
  const step = up === 1n ? (negative ? 0n : 1n) : negative ? -1n : 0n
  return { coefficient: whole.coefficient + step, exponent: 0 }
}

function requireNumber(name: string, value: unknown): void {
  if (!isNumber(value)) throw mongoError(28765, `${name} only supports numeric types, not ${typeOf(value).alias}`)
}
