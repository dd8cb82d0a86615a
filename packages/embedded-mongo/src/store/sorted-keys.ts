import type { Key, KeyRange } from './port.js'

/** Beyond so many new keys, sorting them in beats putting them in one by one. */
const few = 32

/**
 * A set of keys that can be walked in order. Small most of the time, so a sorted array beats a tree; new keys are put
 * in order only when somebody asks, so that a large write, which asks for nothing, does not pay for it.
 */
export class SortedKeys {
  #sorted: Key[] = []
  #fresh: Key[] = []

  /** The key must not be in the set. */
  add(key: Key): void {
    this.#fresh.push(key)
  }

  /** Removes keys that are in the set. */
  removeAll(gone: ReadonlySet<Key>): void {
    if (gone.size === this.#sorted.length + this.#fresh.length) {
      this.#sorted = []
      this.#fresh = []
      return
    }
    this.#settle()
    if (gone.size > few) this.#sorted = this.#sorted.filter((key) => !gone.has(key))
    else for (const key of gone) this.#sorted.splice(this.#position(key), 1)
  }

  /** The keys inside a range, in its direction. */
  within({ start, end, reverse }: KeyRange): Key[] {
    this.#settle()
    if (this.#sorted.length === 0) return []
    const found = this.#sorted.slice(this.#position(start), this.#position(end))
    return reverse ? found.reverse() : found
  }

  #settle(): void {
    const fresh = this.#fresh
    if (fresh.length === 0) return
    this.#fresh = []
    // Two sorted runs after each other are sorted by merging them.
    if (fresh.length > few) this.#sorted = this.#sorted.concat(fresh.sort()).sort()
    else for (const key of fresh) this.#sorted.splice(this.#position(key), 0, key)
  }

  /** Where the key is, or would be. */
  #position(key: Key): number {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle] ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }
}
