import type { Batch, KeyValueStore } from './port.js'

interface Waiting {
  readonly batch: Batch
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Group commit without timers: while one flush is under way, whatever arrives gathers into the next one.
 * Batches reach the disk in the order they were given.
 */
export class Committer {
  readonly #store: KeyValueStore
  readonly #onFailure: () => void
  #waiting: Waiting[] = []
  #flushing = false

  /** `onFailure` runs before those who wait hear of it, so that none of them acts on what was lost. */
  constructor(store: KeyValueStore, onFailure: () => void) {
    this.#store = store
    this.#onFailure = onFailure
  }

  /** Resolves when the batch is on the disk. After a failure everything behind it fails too: it was built upon it. */
  commit(batch: Batch): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ batch, done, failed })
      if (this.#flushing) return
      this.#flushing = true
      // Batches of other connections, read in the same turn, still get on this flush.
      setImmediate(() => void this.#flush())
    })
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting
      this.#waiting = []
      try {
        await this.#store.write(group.map(({ batch }) => batch))
        for (const { done } of group) done()
      } catch (error) {
        const behind = this.#waiting
        this.#waiting = []
        this.#onFailure()
        for (const { failed } of [...group, ...behind]) failed(error)
      }
    }
    this.#flushing = false
  }
}
