import { createHash } from 'node:crypto'
import type { Document, ObjectId, Timestamp } from 'bson'
import { fieldsOf } from './fields.js'
import { encodeNumber } from './number-keys.js'
import { bytesOf, codeOf, regexOf, textOf, timeOf } from './order.js'
import { typeOf, types } from './types.js'

export { hasPath, indexKeys, indexValues, isMultikey } from './index-keys.js'

/** The store's own keys end at 1,978 bytes; the rest is left for its prefix. */
export const LONGEST_KEY = 1900

const HASH_BYTES = 16

/** A key as bytes. A clipped one shares its order with everything that starts the same, so the document must be looked at again. */
export interface EncodedKey {
  key: Uint8Array
  clipped: boolean
}

/** Encodes one value per indexed field so that byte order is `compareValues` order (`-1`: the other way round). */
export function encodeKey(values: unknown[], directions: (1 | -1)[]): EncodedKey {
  const parts = values.map((value, i) => {
    const bytes = encodeValue(value)
    return directions[i] === -1 ? bytes.map((byte) => ~byte) : bytes
  })
  const whole = Buffer.concat(parts)
  if (whole.length <= LONGEST_KEY) return { key: whole, clipped: false }
  const hash = createHash('sha256').update(whole).digest().subarray(0, HASH_BYTES)
  return { key: Buffer.concat([whole.subarray(0, LONGEST_KEY - HASH_BYTES), hash]), clipped: true }
}

/** One value as self-delimiting bytes: no encoding is the beginning of another. */
export function encodeValue(value: unknown): Uint8Array {
  const { bracket } = typeOf(value)
  return Buffer.concat([Buffer.of(bracket), encoders[bracket]?.(value) ?? NOTHING])
}

/** The first bytes of all values of the value's type, and the first bytes after them: where `$gt` must stop. */
export function bracketRange(value: unknown): { low: Uint8Array; high: Uint8Array } {
  const { bracket } = typeOf(value)
  return { low: Buffer.of(bracket), high: Buffer.of(bracket + 1) }
}

const NOTHING = Buffer.alloc(0)
const END = Buffer.of(0)

const encoders: Record<number, (value: unknown) => Uint8Array> = {
  [types.int.bracket]: encodeNumber,
  [types.string.bracket]: (value) => encodeText(textOf(value)),
  [types.object.bracket]: (value) => encodeDocument(value as Document),
  [types.array.bracket]: (value) => Buffer.concat([...(value as unknown[]).map(encodeValue), END]),
  [types.binData.bracket]: encodeBinary,
  [types.objectId.bracket]: (value) => (value as ObjectId).id,
  [types.bool.bracket]: (value) => Buffer.of(value ? 1 : 0),
  [types.date.bracket]: (value) => encodeInt64(BigInt(timeOf(value as Date))),
  [types.timestamp.bracket]: (value) => encodeUint64((value as Timestamp).toBigInt()),
  [types.regex.bracket]: (value) =>
    Buffer.concat([encodeText(regexOf(value).pattern), encodeText(regexOf(value).options)]),
  [types.javascript.bracket]: (value) => encodeText(codeOf(value)),
  [types.javascriptWithScope.bracket]: (value) => encodeText(codeOf(value)),
}

// A zero byte inside the text becomes 00 FF, so that the end (00 00) sorts before any longer text.
function encodeText(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8')
  if (!bytes.includes(0)) return Buffer.concat([bytes, END, END])
  const escaped = [...bytes].flatMap((byte) => (byte === 0 ? [0, 0xff] : [byte]))
  return Buffer.from([...escaped, 0, 0])
}

// As documents compare: the type of a field, then its name, then its value.
function encodeDocument(doc: Document): Uint8Array {
  const fields = Object.entries(fieldsOf(doc)).flatMap(([name, value]) => {
    const encoded = encodeValue(value)
    return [encoded.subarray(0, 1), encodeText(name), encoded]
  })
  return Buffer.concat([...fields, END])
}

function encodeBinary(value: unknown): Uint8Array {
  const { bytes, subtype } = bytesOf(value)
  const head = Buffer.alloc(5)
  head.writeUInt32BE(bytes.length)
  head[4] = subtype
  return Buffer.concat([head, bytes])
}

function encodeUint64(value: bigint): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value))
  return bytes
}

const encodeInt64 = (value: bigint): Uint8Array => encodeUint64(value + (1n << 63n))
