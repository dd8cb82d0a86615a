import { Catalog } from './catalog.js'
import { Cursors } from './cursors.js'
import { Multikeys } from './multikeys.js'
import { Records } from './records.js'
import { Sessions } from './sessions.js'
import { History } from './store/history.js'
import type { KeyValueStore } from './store/port.js'
import { Transactions } from './transactions.js'

/** Everything that answers commands, wired once. It knows no socket. */
export class Engine {
  readonly history: History
  readonly transactions: Transactions
  readonly catalog = new Catalog()
  readonly multikeys: Multikeys
  readonly records: Records
  readonly sessions: Sessions
  readonly cursors: Cursors
  readonly store: KeyValueStore
  readonly now: () => number
  readonly startedAt: number
  #lastId: number

  constructor(store: KeyValueStore, now: () => number = Date.now) {
    this.store = store
    this.now = now
    this.startedAt = now()
    this.history = new History(store)
    this.transactions = new Transactions(this.history)
    this.multikeys = new Multikeys(this.history)
    this.records = new Records(this.multikeys)
    this.cursors = new Cursors(now)
    this.sessions = new Sessions(now, (session) => this.cursors.killOf(session))
    this.#lastId = this.#highestId()
  }

  /** A number for a new collection or index. A dropped one's number is not used again while old readers may be about. */
  newId(): number {
    return ++this.#lastId
  }

  #highestId(): number {
    let highest = 0
    for (const { id, indexes } of this.catalog.list(this.history.durable))
      highest = Math.max(highest, id, ...indexes.map((index) => index.id))
    return highest
  }
}
