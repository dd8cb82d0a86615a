import { keyUint, prefixRange } from './store/bytes.js'
import type { History } from './store/history.js'
import { multikeyKey, multikeyPrefix } from './store/layout.js'
import { walk } from './store/overlay.js'

/**
 * Which indexes hold documents with several entries, or values too long to be kept whole. The planner must know: there,
 * two bounds of a range may be met by two different elements, and the order of entries is not the order of documents.
 *
 * The mark is set outside any transaction and never taken back: being too careful later is harmless, and two
 * transactions that both insert an array must not conflict over it.
 */
export class Multikeys {
  readonly #history: History
  readonly #marked = new Set<number>()

  constructor(history: History) {
    this.#history = history
    for (const [key] of walk(history.durable, prefixRange(multikeyPrefix)))
      this.#marked.add(keyUint(key.slice(multikeyPrefix.length)))
  }

  has(indexId: number): boolean {
    return this.#marked.has(indexId)
  }

  /** Reaches the disk no later than the entries, because commits are flushed in order. */
  mark(indexId: number): void {
    if (this.#marked.has(indexId)) return
    this.#marked.add(indexId)
    this.#history.commit(new Map([[multikeyKey(indexId), { before: undefined, after: new Uint8Array([1]) }]]))
    // If the disk refuses it, it refuses the entries behind it too, and whoever tries them again sets the mark again.
    this.#history.flushed().catch(() => this.#marked.delete(indexId))
  }
}
