import { overlaidChunk } from './overlay.js'
import type { Batch, Change, Chunk, Key, KeyRange, Reader } from './port.js'
import { SortedKeys } from './sorted-keys.js'

/** Writes that belong together: readable here at once, anywhere else only after they are committed. */
export class Unit implements Reader {
  readonly #base: Reader
  readonly #admit: (key: Key) => void
  readonly #changes = new Map<Key, Change>()
  readonly #keys = new SortedKeys()
  #journal: [key: Key, previous: Change | undefined][] = []

  /** `admit` is asked before each key is first written, and throws when another writer is in the way. */
  constructor(base: Reader, admit: (key: Key) => void) {
    this.#base = base
    this.#admit = admit
  }

  get changes(): Batch {
    return this.#changes
  }

  get(key: Key): Uint8Array | undefined {
    const change = this.#changes.get(key)
    return change ? change.after : this.#base.get(key)
  }

  chunk(range: KeyRange, limit: number): Chunk {
    return overlaidChunk(this.#base, range, limit, this.#keys, (key) => this.#changes.get(key)?.after)
  }

  put(key: Key, value: Uint8Array): void {
    this.#write(key, value, false)
  }

  /** A put of a key that cannot exist yet, which saves looking it up. */
  putNew(key: Key, value: Uint8Array): void {
    this.#write(key, value, true)
  }

  remove(key: Key): void {
    this.#write(key, undefined, false)
  }

  /** Runs one statement; when it throws, its writes are undone and those before it stay. */
  attempt<T>(statement: () => T): T {
    const mark = this.#journal.length
    try {
      return statement()
    } catch (error) {
      this.#rollBack(mark)
      throw error
    }
  }

  #write(key: Key, after: Uint8Array | undefined, fresh: boolean): void {
    const previous = this.#changes.get(key)
    if (!previous) this.#admit(key)
    const before = previous ? previous.before : fresh ? undefined : this.#base.get(key)
    this.#journal.push([key, previous])
    this.#changes.set(key, { before, after })
    if (!previous) this.#keys.add(key)
  }

  #rollBack(mark: number): void {
    const gone = new Set<Key>()
    for (const [key, previous] of this.#journal.splice(mark).reverse()) {
      if (previous) this.#changes.set(key, previous)
      else if (this.#changes.delete(key)) gone.add(key)
    }
    this.#keys.removeAll(gone)
  }
}
