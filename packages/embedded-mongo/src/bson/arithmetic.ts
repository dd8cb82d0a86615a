import { Decimal128, Double, Int32, Long } from 'bson'
import { toDecimal128, toRoundedDecimal } from './decimal128.js'
import type { Decimal } from './numbers.js'
import { toNumber } from './numbers.js'
import { typeOf, types } from './types.js'

/** The sum in the wider of the two types; `undefined` when 64-bit integers overflow. */
export const add = (a: unknown, b: unknown): unknown =>
  calculate(a, b, {
    integers: (left, right) => left + right,
    doubles: (left, right) => left + right,
    decimals: (left, right) => {
      const exponent = Math.min(left.exponent, right.exponent)
      return { coefficient: scaled(left, exponent) + scaled(right, exponent), exponent }
    },
  })

/** The product in the wider of the two types; `undefined` when 64-bit integers overflow. */
export const multiply = (a: unknown, b: unknown): unknown =>
  calculate(a, b, {
    integers: (left, right) => left * right,
    doubles: (left, right) => left * right,
    decimals: (left, right) => ({
      coefficient: left.coefficient * right.coefficient,
      exponent: left.exponent + right.exponent,
    }),
  })

/** The number with its sign turned. */
export const negate = (value: unknown): unknown => multiply(value, new Int32(-1)) ?? new Double(-(toNumber(value) ?? 0))

/** A whole number in the smallest type that holds it, but not smaller than the one asked for. */
export function integer(value: bigint, atLeast: 'int' | 'long' = 'int'): Int32 | Long | undefined {
  if (atLeast === 'int' && BigInt.asIntN(32, value) === value) return new Int32(Number(value))
  return BigInt.asIntN(64, value) === value ? Long.fromBigInt(value) : undefined
}

/** The exact value of an int or long. */
export function bigintOf(value: unknown): bigint {
  if (value instanceof Long) return value.toBigInt()
  return typeof value === 'bigint' ? value : BigInt(Math.trunc(toNumber(value) ?? 0))
}

interface Operation {
  integers: (a: bigint, b: bigint) => bigint
  doubles: (a: number, b: number) => number
  decimals: (a: Decimal, b: Decimal) => Decimal
}

function calculate(a: unknown, b: unknown, operation: Operation): unknown {
  const kinds = [typeOf(a), typeOf(b)]
  if (kinds.includes(types.decimal)) return onDecimals(a, b, operation)
  if (kinds.includes(types.double)) return new Double(operation.doubles(toNumber(a) ?? 0, toNumber(b) ?? 0))
  const atLeast = kinds.includes(types.long) ? 'long' : 'int'
  return integer(operation.integers(bigintOf(a), bigintOf(b)), atLeast)
}

function onDecimals(a: unknown, b: unknown, operation: Operation): Decimal128 {
  const left = toRoundedDecimal(a)
  const right = toRoundedDecimal(b)
  if (left && right) return toDecimal128(operation.decimals(left, right))
  const result = operation.doubles(toNumber(a) ?? 0, toNumber(b) ?? 0)
  return Decimal128.fromString(String(result))
}

const scaled = ({ coefficient, exponent }: Decimal, to: number): bigint => coefficient * 10n ** BigInt(exponent - to)
