import { entryOf, isDocument } from '../../bson/fields.js'
import { toDecimal } from '../../bson/numbers.js'
import { bytesOf, typeOf, types } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { badValue, failedToParse } from '../../errors.js'
import type { Test } from './path.js'

/** The four bit tests; the operand is a list of positions, a number or bytes. */
export function bitTest(operator: string, operand: unknown): Test | undefined {
  const decide = entryOf(decisions, operator)
  if (!decide) return undefined
  const positions = positionsOf(operator, operand)
  return (value) => {
    const bit = bitsOf(value)
    return bit !== undefined && decide(positions, bit)
  }
}

type Bit = (position: number) => boolean

const decisions: Record<string, (positions: number[], bit: Bit) => boolean> = {
  $bitsAllSet: (positions, bit) => positions.every(bit),
  $bitsAllClear: (positions, bit) => !positions.some(bit),
  $bitsAnySet: (positions, bit) => positions.some(bit),
  $bitsAnyClear: (positions, bit) => !positions.every(bit),
}

function positionsOf(operator: string, operand: unknown): number[] {
  if (Array.isArray(operand)) return operand.map((one) => position(one))
  if (isDocument(operand) || typeof operand === 'string' || operand === null || operand === undefined) {
    throw badValue(`${operator} takes an Array, a number, or a BinData but received: ${operator}: ${show(operand)}`)
  }
  if (typeOf(operand) === types.binData) return setBits(bytesOf(operand).bytes)
  const mask = integerOf(operand)
  if (mask === undefined || mask < 0n)
    throw failedToParse(`Expected a non-negative number in: ${operator}: ${show(operand)}`)
  return Array.from({ length: 64 }, (_, i) => i).filter((i) => (mask >> BigInt(i)) & 1n)
}

function position(value: unknown): number {
  const integer = integerOf(value)
  if (integer === undefined) throw badValue(`Failed to parse bit position. Expected a number in: ${show(value)}`)
  if (integer < 0n) throw badValue(`Failed to parse bit position. Expected a non-negative number in: ${show(value)}`)
  return Number(integer)
}

const setBits = (bytes: Uint8Array): number[] =>
  Array.from({ length: bytes.length * 8 }, (_, i) => i).filter((i) => byteBit(bytes, i))

const byteBit = (bytes: Uint8Array, i: number): boolean => (((bytes[i >> 3] ?? 0) >> (i & 7)) & 1) === 1

function bitsOf(value: unknown): Bit | undefined {
  if (typeOf(value) === types.binData) return (i) => byteBit(bytesOf(value).bytes, i)
  const integer = integerOf(value)
  if (integer === undefined || BigInt.asIntN(64, integer) !== integer) return undefined
  // Two's complement: beyond bit 63 a negative number goes on with ones.
  return (i) => ((integer >> BigInt(Math.min(i, 63))) & 1n) === 1n
}

function integerOf(value: unknown): bigint | undefined {
  const decimal = toDecimal(value)
  if (!decimal) return undefined
  const { coefficient, exponent } = decimal
  if (exponent >= 0) return exponent > 40 ? undefined : coefficient * 10n ** BigInt(exponent)
  const unit = 10n ** BigInt(-exponent)
  return coefficient % unit === 0n ? coefficient / unit : undefined
}
