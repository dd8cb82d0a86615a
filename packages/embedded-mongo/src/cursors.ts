import { randomBytes } from 'node:crypto'
import { Long } from 'bson'
import { cursorNotFound, MongoError } from './errors.js'
import type { pause } from './search.js'

/** Results to come, as BSON. */
export type Results = Iterator<Uint8Array | typeof pause>

/** A query whose results are fetched as they are asked for. */
export interface Cursor {
  readonly id: bigint
  readonly namespace: string
  readonly results: Results
  /** The session that opened it; nobody else's may read on. */
  readonly session: string | undefined
  /** The transaction it reads in, by number. */
  readonly transaction: bigint | undefined
  /** A result that did not fit into the last batch. */
  held: Uint8Array | undefined
  lastUsed: number
}

const idleMinutes = 10

/** Open cursors. */
export class Cursors {
  readonly #now: () => number
  readonly #cursors = new Map<bigint, Cursor>()

  constructor(now: () => number) {
    this.#now = now
  }

  get size(): number {
    return this.#cursors.size
  }

  open(cursor: Omit<Cursor, 'id' | 'lastUsed'>): Cursor {
    const opened = { ...cursor, id: newId(), lastUsed: this.#now() }
    this.#cursors.set(opened.id, opened)
    return opened
  }

  /** Takes a cursor out while it is being read, so that two readers cannot mix up its results. Throws CursorNotFound. */
  take(id: bigint, { namespace, session, transaction }: Pick<Cursor, 'namespace' | 'session' | 'transaction'>): Cursor {
    const cursor = this.#cursors.get(id)
    if (!cursor) throw cursorNotFound(id)
    if (cursor.namespace !== namespace) throw foreign(13, id, `on '${cursor.namespace}', not on '${namespace}'`)
    if (cursor.session !== session) throw foreign(50738, id, 'in another session')
    if (cursor.transaction !== transaction) throw foreign(50740, id, 'in another transaction, or outside of any')
    this.#cursors.delete(id)
    return cursor
  }

  putBack(cursor: Cursor): void {
    cursor.lastUsed = this.#now()
    this.#cursors.set(cursor.id, cursor)
  }

  /** Whether there was such a cursor. */
  kill(id: bigint): boolean {
    this.#cursors.get(id)?.results.return?.()
    return this.#cursors.delete(id)
  }

  /** Closes what a session that has ended left open. */
  killOf(session: string): void {
    for (const cursor of this.#cursors.values()) if (cursor.session === session) this.kill(cursor.id)
  }

  sweep(): void {
    const before = this.#now() - idleMinutes * 60_000
    for (const { id, lastUsed } of this.#cursors.values()) if (lastUsed < before) this.kill(id)
  }
}

/** Drivers want a 64-bit integer; zero means "no more". */
export function longId(id: bigint): Long {
  return Long.fromBigInt(id)
}

function foreign(code: number, id: bigint, where: string): MongoError {
  return new MongoError(code, `Cannot run getMore on cursor ${id}, which was created ${where}`)
}

function newId(): bigint {
  // Positive, unguessable, and never zero.
  return (randomBytes(8).readBigUInt64BE() >> 1n) | 1n
}
