import { rangeAfter } from './bytes.js'
import type { Chunk, Entry, Key, KeyRange, Reader } from './port.js'
import type { SortedKeys } from './sorted-keys.js'

/** A chunk of `base` as it looks through `keys`, whose values `lookUp` knows; undefined hides the key. */
export function overlaidChunk(
  base: Reader,
  range: KeyRange,
  limit: number,
  keys: SortedKeys,
  lookUp: (key: Key) => Uint8Array | undefined,
): Chunk {
  const chunk = base.chunk(range, limit)
  const over = keys.within(upTo(range, chunk.reached))
  return over.length === 0
    ? chunk
    : { entries: merge(chunk.entries, over, range.reverse, lookUp), reached: chunk.reached }
}

/** The part of a range that has been looked at. */
function upTo(range: KeyRange, reached: Key | undefined): KeyRange {
  if (reached === undefined) return range
  return range.reverse ? { ...range, start: reached } : { ...range, end: `${reached}\0` }
}

function merge(
  below: readonly Entry[],
  over: readonly Key[],
  reverse: boolean,
  lookUp: (key: Key) => Uint8Array | undefined,
): Entry[] {
  const merged: Entry[] = []
  const precedes = reverse ? (a: Key, b: Key) => a > b : (a: Key, b: Key) => a < b
  let next = 0
  for (const key of over) {
    let entry = below[next]
    while (entry && precedes(entry[0], key)) {
      merged.push(entry)
      entry = below[++next]
    }
    if (entry?.[0] === key) next++
    const value = lookUp(key)
    if (value !== undefined) merged.push([key, value])
  }
  return next < below.length ? merged.concat(below.slice(next)) : merged
}

/** Walks a range lazily, a chunk at a time; nothing is held open in between, so it may pause for as long as it likes. */
export function* walk(reader: Reader, range: KeyRange): Generator<Entry> {
  let rest = range
  for (let limit = 16; ; limit = Math.min(limit * 4, 512)) {
    const { entries, reached } = reader.chunk(rest, limit)
    yield* entries
    if (reached === undefined) return
    rest = rangeAfter(rest, reached)
  }
}
