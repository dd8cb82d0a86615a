/**
 * A key is a string of bytes held as a Latin-1 string: it hashes, joins and compares in byte order
 * without a copy, which a Uint8Array does not.
 */
export type Key = string

/** One stored pair. */
export type Entry = readonly [key: Key, value: Uint8Array]

/** From `start` to just before `end`, in byte order; `reverse` walks it backwards. */
export interface KeyRange {
  readonly start: Key
  readonly end: Key
  readonly reverse: boolean
}

/** A stretch of a range. Every key up to and including `reached` has been looked at; undefined: all of them. */
export interface Chunk {
  readonly entries: Entry[]
  readonly reached: Key | undefined
}

/** Anything that can be read like the store: the store itself, a snapshot, a transaction. */
export interface Reader {
  get(key: Key): Uint8Array | undefined
  chunk(range: KeyRange, limit: number): Chunk
}

/** What one key held and holds now; undefined means absent. */
export interface Change {
  readonly before: Uint8Array | undefined
  readonly after: Uint8Array | undefined
}

/** All or nothing. */
export type Batch = ReadonlyMap<Key, Change>

/** The disk would not take a write. Nothing of it was kept; reading goes on, and a later write may succeed. */
export class WriteRefused extends Error {}

/** The only thing the engine asks of its storage. */
export interface KeyValueStore extends Reader {
  /** Resolves once the batches are on the disk, not merely handed over; reads see them from then on. Throws WriteRefused. */
  write(batches: readonly Batch[]): Promise<void>
  /** Bytes the data takes on the disk. */
  size(): number
  close(): Promise<void>
}
