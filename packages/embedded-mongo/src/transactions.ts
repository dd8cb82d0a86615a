import { writeConflict } from './errors.js'
import type { History, Snapshot } from './store/history.js'
import type { Key } from './store/port.js'
import { type Admission, Unit } from './store/unit.js'

/** Thrown when a single write meets a key that an open transaction has written: it waits for the end, then begins anew. */
export class Blocked extends Error {
  readonly by: Transaction

  constructor(by: Transaction) {
    super('another transaction has written this')
    this.by = by
  }
}

/**
 * Who is writing what. The first writer of a key wins, as in MongoDB: a transaction that comes later, or whose
 * snapshot is older than the key's last commit, is told at its write that it lost; nobody holds a lock on anything else.
 */
export class Transactions {
  readonly #history: History
  readonly #writers = new Map<Key, Transaction>()

  constructor(history: History) {
    this.#history = history
  }

  begin(): Transaction {
    return new Transaction(this.#history, this.#writers)
  }

  /** A unit for one command outside any transaction. */
  single(): Unit {
    const write = (key: Key) => {
      const by = this.#writers.get(key)
      if (by) throw new Blocked(by)
    }
    return new Unit(this.#history.head, { write, depend: () => undefined })
  }
}

/** One open transaction: the data as they were when it began, under its own writes. */
export class Transaction {
  readonly unit: Unit
  /** Resolves when it is over, either way. */
  readonly ended: Promise<void>
  readonly #history: History
  readonly #writers: Map<Key, Transaction>
  readonly #snapshot: Snapshot
  readonly #dependsOn = new Set<Key>()
  #end: () => void = () => undefined
  #open = true

  constructor(history: History, writers: Map<Key, Transaction>) {
    this.#history = history
    this.#writers = writers
    this.#snapshot = history.snapshot()
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
    const admission: Admission = { write: (key) => this.#claim(key), depend: (key) => this.#depend(key) }
    this.unit = new Unit(this.#snapshot.reader, admission)
  }

  get open(): boolean {
    return this.#open
  }

  /** Makes the writes part of the data. Throws WriteConflict when something they rest upon has changed. */
  commit(record: (unit: Unit) => void): void {
    try {
      for (const key of this.#dependsOn) this.#refuseIfNewer(key)
      record(this.unit)
      this.#history.commit(this.unit.changes)
    } finally {
      this.abort()
    }
  }

  /** Leaves no trace. After a commit it only lets go. */
  abort(): void {
    if (!this.#open) return
    this.#open = false
    for (const key of this.unit.changes.keys()) if (this.#writers.get(key) === this) this.#writers.delete(key)
    this.#snapshot.release()
    this.#end()
  }

  #claim(key: Key): void {
    const writer = this.#writers.get(key)
    if (writer !== undefined && writer !== this) throw writeConflict()
    this.#refuseIfNewer(key)
    this.#writers.set(key, this)
  }

  #depend(key: Key): void {
    this.#refuseIfNewer(key)
    this.#dependsOn.add(key)
  }

  #refuseIfNewer(key: Key): void {
    if (this.#history.lastWriter(key) > this.#snapshot.sequence) throw writeConflict()
  }
}
