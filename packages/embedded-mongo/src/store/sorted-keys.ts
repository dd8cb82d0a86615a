import type { Key, KeyRange } from './port.js'

/** A set of keys that can be walked in order. Small most of the time, so a sorted array beats a tree. */
export class SortedKeys {
  #keys: Key[] = []

  add(key: Key): void {
    const at = this.#position(key)
    if (this.#keys[at] !== key) this.#keys.splice(at, 0, key)
  }

  /** Removes many at once: one pass, not one shift per key. */
  removeAll(gone: ReadonlySet<Key>): void {
    if (gone.size > 16) this.#keys = this.#keys.filter((key) => !gone.has(key))
    else for (const key of gone) this.#remove(key)
  }

  /** The keys inside a range, in its direction. */
  within({ start, end, reverse }: KeyRange): Key[] {
    if (this.#keys.length === 0) return []
    const found = this.#keys.slice(this.#position(start), this.#position(end))
    return reverse ? found.reverse() : found
  }

  #remove(key: Key): void {
    const at = this.#position(key)
    if (this.#keys[at] === key) this.#keys.splice(at, 1)
  }

  /** Where the key is, or would be. */
  #position(key: Key): number {
    const last = this.#keys.at(-1)
    if (last === undefined || last < key) return this.#keys.length
    let low = 0
    let high = this.#keys.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#keys[middle] ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }
}
