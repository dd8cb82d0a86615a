import {
  type Batch,
  type Chunk,
  type Entry,
  type Key,
  type KeyRange,
  type KeyValueStore,
  WriteRefused,
} from './port.js'
import { SortedKeys } from './sorted-keys.js'

/**
 * A store in memory that behaves like a disk with a write cache: what is written stays unflushed until the test says
 * so, and what was not flushed is gone after `losePower`.
 */
export class MemoryStore implements KeyValueStore {
  readonly #flushed = new Map<Key, Uint8Array>()
  readonly #keys = new SortedKeys()
  #waiting: { batches: readonly Batch[]; done: () => void; failed: (error: Error) => void }[] = []
  /** While true, nothing reaches the disk. */
  held = false

  get(key: Key): Uint8Array | undefined {
    return this.#flushed.get(key)
  }

  chunk(range: KeyRange, limit: number): Chunk {
    const keys = this.#keys.within(range)
    const entries = keys.slice(0, limit).map((key): Entry => [key, this.#flushed.get(key) ?? new Uint8Array()])
    return { entries, reached: keys.length > limit ? entries.at(-1)?.[0] : undefined }
  }

  write(batches: readonly Batch[]): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ batches, done, failed })
      if (!this.held) this.flush()
    })
  }

  get unflushed(): number {
    return this.#waiting.length
  }

  flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const { batches, done } of waiting) {
      for (const batch of batches) for (const [key, { after }] of batch) this.#set(key, after)
      done()
    }
  }

  /** The disk refuses what is waiting. */
  fail(message: string): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const { failed } of waiting) failed(new WriteRefused(message))
  }

  /** What a machine finds after its power was cut: only what was flushed. */
  losePower(): MemoryStore {
    const found = new MemoryStore()
    for (const [key, value] of this.#flushed) found.#set(key, value)
    return found
  }

  size(): number {
    return 0
  }

  async close(): Promise<void> {}

  #set(key: Key, value: Uint8Array | undefined): void {
    if (value && !this.#flushed.has(key)) this.#keys.add(key)
    if (value) this.#flushed.set(key, Uint8Array.from(value))
    else if (this.#flushed.delete(key)) this.#keys.removeAll(new Set([key]))
  }
}
