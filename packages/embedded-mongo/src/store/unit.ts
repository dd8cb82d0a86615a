import { overlaidChunk } from './overlay.js'
import type { Batch, Change, Chunk, Key, KeyRange, Reader } from './port.js'
import { SortedKeys } from './sorted-keys.js'

/** Who may write what, while others write too. Both throw when another writer is in the way. */
export interface Admission {
  /** Asked before a key is first written. */
  write(key: Key): void
  /** Asked before something is written that is only right as long as this key stays as it is. */
  depend(key: Key): void
}

/** Writes that belong together: readable here at once, anywhere else only after they are committed. */
export class Unit implements Reader {
  readonly #base: Reader
  readonly #admission: Admission
  readonly #changes = new Map<Key, Change>()
  readonly #keys = new SortedKeys()
  #written = 0
  #journal: [key: Key, previous: Change | undefined][] = []

  constructor(base: Reader, admission: Admission) {
    this.#base = base
    this.#admission = admission
  }

  /** Bytes written so far, those written over included. */
  get written(): number {
    return this.#written
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

  /** What is written from here on holds only while `key` does not change. */
  depend(key: Key): void {
    if (!this.#changes.has(key)) this.#admission.depend(key)
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
    if (!previous) this.#admission.write(key)
    const before = previous ? previous.before : fresh ? undefined : this.#base.get(key)
    this.#written += key.length + (after?.length ?? 0)
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
