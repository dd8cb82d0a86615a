import type { Document } from 'bson'
import { Arguments } from './arguments.js'
import { checkDeadline } from './batches.js'
import type { Collection } from './catalog.js'
import type { Engine } from './engine.js'
import { MongoError, noSuchTransaction } from './errors.js'
import { earlierReply, rememberReply } from './retries.js'
import type { Session } from './sessions.js'
import type { Reader } from './store/port.js'
import type { Unit } from './store/unit.js'
import { Blocked, type Transaction } from './transactions.js'

/** What a command may need to know about who sent it and in which context. */
export interface OperationContext {
  readonly name: string
  readonly database: string
  readonly session: Session | undefined
  readonly transaction: { readonly number: bigint; readonly open: Transaction } | undefined
  /** Set for a write that a driver may repeat after a lost connection. */
  readonly retryNumber: bigint | undefined
  /** When, by `performance.now()`, the command has taken too long. */
  readonly deadline: number
  /** The address the client dialled, as `hello` must repeat it. */
  readonly address: string
  readonly connectionId: number
}

/** One command under way: what it reads, and how its writes become durable. */
export class Operation {
  readonly engine: Engine
  readonly context: OperationContext
  readonly args: Arguments

  constructor(engine: Engine, context: OperationContext, command: Document) {
    this.engine = engine
    this.context = context
    this.args = new Arguments(context.name, command)
  }

  get reader(): Reader {
    return this.context.transaction?.open.unit ?? this.engine.history.durable
  }

  /** The collection the command names, in its database. */
  namespace(field?: string): string {
    return `${this.context.database}.${this.args.collectionName(field)}`
  }

  find(namespace: string): Collection | undefined {
    return this.engine.catalog.find(this.reader, namespace)
  }

  /** Throws when the command has run out of time, or its transaction has ended under it. */
  readonly mayGoOn = (): void => {
    checkDeadline(this.context.deadline)
    if (this.context.transaction?.open.open === false) throw noSuchTransaction()
  }

  /**
   * Carries out writes and resolves when they are on the disk. In a transaction they wait for its commit instead.
   * When another transaction is in the way, nothing of `work` is kept, and it runs again once that one has ended.
   */
  async write(work: (unit: Unit) => Document): Promise<Document> {
    const { transaction } = this.context
    if (transaction) return checkedSize(transaction.open.unit, work(transaction.open.unit))
    for (;;) {
      try {
        const reply = this.#attempt(work)
        await this.engine.history.flushed()
        return reply
      } catch (error) {
        if (!(error instanceof Blocked)) throw error
        await this.#wait(error.by.ended)
      }
    }
  }

  #attempt(work: (unit: Unit) => Document): Document {
    const { session, retryNumber } = this.context
    const unit = this.engine.transactions.single()
    if (!session || retryNumber === undefined) return this.#commit(unit, work(unit))
    const earlier = earlierReply(unit, session.id, retryNumber)
    if (earlier) return earlier
    const reply = work(unit)
    rememberReply(unit, session.id, { number: retryNumber, reply, at: new Date(this.engine.now()) })
    return this.#commit(unit, reply)
  }

  #commit(unit: Unit, reply: Document): Document {
    this.engine.history.commit(unit.changes)
    return reply
  }

  /** Waits for another transaction, but not beyond the deadline. */
  async #wait(ended: Promise<void>): Promise<void> {
    const left = this.context.deadline - performance.now()
    if (left === Number.POSITIVE_INFINITY) return ended
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.max(left, 0) + 1)
    })
    await Promise.race([ended, timeout])
    clearTimeout(timer)
    checkDeadline(this.context.deadline)
  }
}

/** An open transaction is held in memory, and so is what it hides from others. */
const largestTransaction = 64 * 1024 * 1024

function checkedSize(unit: Unit, reply: Document): Document {
  if (unit.written <= largestTransaction) return reply
  throw new MongoError(257, `A transaction may write ${largestTransaction} bytes; this one wrote ${unit.written}.`)
}
