import { type Document, Long } from 'bson'
import { isDocument } from './bson/fields.js'
import { toNumber } from './bson/numbers.js'
import { decodeDocument, encodeDocument } from './documents.js'
import { transactionTooOld } from './errors.js'
import { prefixRange } from './store/bytes.js'
import { replyPrefix } from './store/layout.js'
import { walk } from './store/overlay.js'
import type { Reader } from './store/port.js'
import type { Unit } from './store/unit.js'

/** What a session last did that a driver may ask for again. Without a reply it was a transaction, and it was committed. */
export interface Remembered {
  readonly number: bigint
  readonly reply?: Document
  readonly at: Date
}

/**
 * The reply already given to this write, if it was carried out: a repeated one must not be applied twice, not even
 * when this process was restarted between the two.
 */
export function earlierReply(reader: Reader, session: string, number: bigint): Document | undefined {
  const last = read(reader, session)
  if (last && last.number > number) throw transactionTooOld(number, last.number)
  return last?.number === number ? last.reply : undefined
}

/** Whether the session's transaction of that number was committed. */
export function wasCommitted(reader: Reader, session: string, number: bigint): boolean {
  const last = read(reader, session)
  return last?.number === number && last.reply === undefined
}

/** Belongs into the same unit as the write itself: both are kept or neither. */
export function rememberReply(unit: Unit, session: string, { number, reply, at }: Remembered): void {
  unit.put(replyPrefix + session, encodeDocument({ number: Long.fromBigInt(number), ...(reply && { reply }), at }))
}

/** Drops what no driver will ask for any more. */
export function forgetReplies(unit: Unit, before: Date): void {
  for (const [key, value] of walk(unit, prefixRange(replyPrefix))) if (parse(value).at < before) unit.remove(key)
}

function read(reader: Reader, session: string): Remembered | undefined {
  const bytes = reader.get(replyPrefix + session)
  return bytes && parse(bytes)
}

function parse(bytes: Uint8Array): Remembered {
  const { number, reply, at } = decodeDocument(bytes)
  return {
    number: number instanceof Long ? number.toBigInt() : BigInt(toNumber(number) ?? -1),
    ...(isDocument(reply) && { reply }),
    at: at instanceof Date ? at : new Date(0),
  }
}
