import { compareNumbers, isExact, parseDecimal, toNumber } from './numbers.js'

/**
 * Eight bytes for the nearest double, then one byte saying whether the value is below, at or above it,
 * and only then, for the few longs and decimals that are no double, their decimal digits.
 */
export function encodeNumber(value: unknown): Uint8Array {
  const double = toNumber(value) ?? Number.NaN
  const head = encodeDouble(double)
  const side = isExact(value) ? 0 : compareNumbers(value, double)
  if (side === 0) return Buffer.concat([head, Buffer.of(AT)])
  return Buffer.concat([head, Buffer.of(side < 0 ? BELOW : ABOVE), encodeDigits(String(value))])
}

const BELOW = 0x40
const AT = 0x80
const ABOVE = 0xc0

function encodeDouble(double: number): Buffer {
  const bytes = Buffer.alloc(8)
  if (Number.isNaN(double)) return bytes
  bytes.writeDoubleBE(double === 0 ? 0 : double)
  if (double < 0) return Buffer.from(bytes.map((byte) => ~byte))
  bytes[0] = (bytes[0] ?? 0) | 0x80
  return bytes
}

// Scientific notation sorts as text once the exponent has a fixed width: 0.d1d2d3… × 10^exponent.
function encodeDigits(text: string): Uint8Array {
  const { coefficient = 0n, exponent = 0 } = parseDecimal(text) ?? {}
  const digits = String(coefficient < 0n ? -coefficient : coefficient)
  const head = Buffer.alloc(2)
  head.writeUInt16BE(exponent + digits.length + 0x8000)
  const bytes = Buffer.concat([head, Buffer.from(digits.replace(/0+$/, ''), 'latin1'), Buffer.of(0)])
  return coefficient < 0n ? bytes.map((byte) => ~byte) : bytes
}
