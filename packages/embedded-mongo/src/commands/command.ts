import type { Document } from 'bson'
import type { Operation } from '../operation.js'
import { Batch, type Reply } from '../wire/replies.js'

/** One command: what it is called with, where it is allowed, and what it does. */
export interface Command {
  /** Every argument it reads, without those all commands share. Others are refused. */
  readonly fields: readonly string[]
  /** Arguments of a real MongoDB that are left out here on purpose; switched off, they do no harm. */
  readonly leftOut?: readonly string[]
  /** Whether it may run inside a transaction. */
  readonly inTransaction?: boolean
  /** Whether it accepts a transaction number outside a transaction, that is, can be repeated safely. */
  readonly retryable?: boolean
  run(operation: Operation): Promise<Reply> | Reply
}

/** A reply without a cursor. */
export function reply(fields: Document): Reply {
  return { fields }
}

/** A reply with the first batch of a cursor. */
export function firstBatch(documents: readonly Uint8Array[], rest: Document): Reply {
  return { cursor: new Batch('firstBatch', documents, rest), fields: {} }
}
