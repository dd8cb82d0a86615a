import { Binary } from 'bson'
import { isDocument } from './bson/fields.js'
import { failedToParse, MongoError, noSuchTransaction, transactionCommitted, transactionTooOld } from './errors.js'
import type { Transaction, Transactions } from './transactions.js'

/** Where a session's present transaction stands. */
type Progress =
  | { readonly state: 'none' | 'committed' | 'aborted' }
  | { readonly state: 'open'; readonly transaction: Transaction; readonly since: number }

/** After this long without a word a session is forgotten; drivers learn the figure from `hello`. */
export const sessionMinutes = 30

/** A transaction holds old versions in memory, so it may not stay open for ever. */
const transactionSeconds = 60

/** One logical session of a driver. It has one transaction at a time, each with a higher number than the one before. */
export class Session {
  readonly id: string
  lastUsed = 0
  /** The connection its last command came over. */
  lastFrom = 0
  #number = -1n
  #progress: Progress = { state: 'none' }

  constructor(id: string) {
    this.id = id
  }

  get state(): Progress['state'] {
    return this.#progress.state
  }

  /** Begins a transaction. A number that was used before is refused; an older transaction still open is aborted. */
  begin(number: bigint, transactions: Transactions, now: number): Transaction {
    this.advance(number)
    if (this.#progress.state !== 'none')
      throw new MongoError(
        50911,
        `Cannot start a transaction at given transaction number ${number} because a transaction with the same number is in state ${this.#progress.state}`,
      )
    const transaction = transactions.begin()
    this.#progress = { state: 'open', transaction, since: now }
    return transaction
  }

  /** Moves on to a number, for a transaction or a retryable write. */
  advance(number: bigint): void {
    if (number < this.#number) throw transactionTooOld(number, this.#number)
    if (number === this.#number) return
    this.abort()
    this.#number = number
    this.#progress = { state: 'none' }
  }

  /** The open transaction of that number. Throws when it was never begun, has ended or was given up. */
  transaction(number: bigint): Transaction {
    if (number < this.#number) throw transactionTooOld(number, this.#number)
    if (number === this.#number && this.#progress.state === 'open') return this.#progress.transaction
    if (number === this.#number && this.#progress.state === 'committed') throw transactionCommitted(number)
    throw noSuchTransaction(
      `Given transaction number ${number} does not match any in-progress transactions. The active transaction number is ${this.#number}`,
    )
  }

  /** Whether the transaction of that number has been committed. */
  hasCommitted(number: bigint): boolean {
    return number === this.#number && this.#progress.state === 'committed'
  }

  committed(): void {
    this.#progress = { state: 'committed' }
  }

  /** The disk refused the commit. */
  lost(number: bigint): void {
    if (this.hasCommitted(number)) this.#progress = { state: 'aborted' }
  }

  abort(): void {
    if (this.#progress.state !== 'open') return
    this.#progress.transaction.abort()
    this.#progress = { state: 'aborted' }
  }

  abortIfOlderThan(moment: number): void {
    if (this.#progress.state === 'open' && this.#progress.since < moment) this.abort()
  }
}

/** All sessions that were used of late. */
export class Sessions {
  readonly #now: () => number
  readonly #ended: (id: string) => void
  readonly #sessions = new Map<string, Session>()

  /** `ended` hears of every session that is no more. */
  constructor(now: () => number, ended: (id: string) => void) {
    this.#now = now
    this.#ended = ended
  }

  /** The session a command belongs to, remembered from its first use. */
  use(lsid: unknown): Session {
    const id = sessionId(lsid)
    const session = this.#sessions.get(id) ?? new Session(id)
    session.lastUsed = this.#now()
    this.#sessions.set(id, session)
    return session
  }

  end(lsid: unknown): void {
    this.#endSession(sessionId(lsid))
  }

  endAll(): void {
    for (const id of this.#sessions.keys()) this.#endSession(id)
  }

  /**
   * Gives up what was begun over a connection that is gone: a process that was killed must not hold others up for a minute. A driver
   * that only lost the line is told that there is no such transaction any more, and begins it anew.
   */
  leave(connectionId: number): void {
    for (const session of this.#sessions.values()) if (session.lastFrom === connectionId) session.abort()
  }

  /** Gives up what nobody has come back for. */
  sweep(): void {
    const now = this.#now()
    for (const session of this.#sessions.values()) {
      session.abortIfOlderThan(now - transactionSeconds * 1000)
      if (session.lastUsed < now - sessionMinutes * 60_000) this.#endSession(session.id)
    }
  }

  #endSession(id: string): void {
    this.#sessions.get(id)?.abort()
    this.#sessions.delete(id)
    this.#ended(id)
  }
}

/** The session's UUID as a byte string. */
function sessionId(lsid: unknown): string {
  const id: unknown = isDocument(lsid) ? lsid.id : undefined
  if (!(id instanceof Binary) || id.length() !== 16) throw failedToParse('lsid.id must be a UUID')
  return Buffer.from(id.value()).toString('latin1')
}
