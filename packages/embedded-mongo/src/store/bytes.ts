import type { Key, KeyRange } from './port.js'

/** Bytes as a key. */
export function toKey(bytes: Uint8Array): Key {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.toString('latin1')
}

/** A key as bytes. */
export function toBytes(key: Key): Buffer {
  return Buffer.from(key, 'latin1')
}

/** An unsigned number in `width` bytes, so that byte order is number order. */
export function uintKey(value: number, width: number): Key {
  let key = ''
  let rest = value
  for (let i = 0; i < width; i++) {
    key = String.fromCharCode(rest % 256) + key
    rest = Math.floor(rest / 256)
  }
  return key
}

/** The reverse of `uintKey`. */
export function keyUint(key: Key): number {
  let value = 0
  for (let i = 0; i < key.length; i++) value = value * 256 + key.charCodeAt(i)
  return value
}

/** The first key after all those that begin with `prefix`. */
export function afterPrefix(prefix: Key): Key {
  let end = prefix.length
  while (end > 0 && prefix.charCodeAt(end - 1) === 255) end--
  // A prefix of nothing but 255s has no successor; no such prefix is in the layout, which starts with a letter.
  return prefix.slice(0, end - 1) + String.fromCharCode(prefix.charCodeAt(end - 1) + 1)
}

/** Every key that begins with `prefix`. */
export function prefixRange(prefix: Key, reverse = false): KeyRange {
  return { start: prefix, end: afterPrefix(prefix), reverse }
}

/** What is left of a range once everything up to `reached` is done. */
export function rangeAfter(range: KeyRange, reached: Key): KeyRange {
  return range.reverse ? { ...range, end: reached } : { ...range, start: `${reached}\0` }
}
