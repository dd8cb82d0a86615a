import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '@camau/domain'
import type { ClientSession, Connection } from 'mongoose'

/** Longer than this nobody should wait for a busy or absent database, in milliseconds. */
const usualPatience = 5_000
// A number that another node took is free at the next try; an id that is there already stays there.
const triesOfDuplicate = 4

/**
 * Whether what the work goes by still holds, asked within its transaction. Whoever ends that at the same moment is met: of the two
 * one is tried again, and finds what the other did.
 */
export type IsCurrent = (session: ClientSession) => Promise<boolean>

/** Thrown by work that finds itself overtaken by a write outside transactions: it is tried again, however often that happens. */
export class Overtaken extends Error {}

/**
 * Runs the work in one transaction: all of it happens, or none. Somebody else writing the same records at the same moment is
 * tried again, for a bounded time; the work must therefore do nothing but read and write through the session.
 */
export async function inTransaction<T>(
  db: Connection,
  work: (session: ClientSession) => Promise<T>,
  patience = usualPatience,
): Promise<T> {
  const since = Date.now()
  let duplicates = 0
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, work)
    } catch (error) {
      if (!isConflict(error)) throw error
      if (isDuplicate(error) && ++duplicates >= triesOfDuplicate) throw new Refusal('already-so')
      if (Date.now() - since > patience) throw new Refusal('unavailable')
      await pause(Math.random() * 2 ** Math.min(attempt, 8))
    }
  }
}

async function once<T>(db: Connection, work: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = await db.startSession()
  try {
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', journal: true } })
    const result = await work(session)
    await commit(session)
    return result
  } finally {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined) // it is gone with the connection then
    await session.endSession()
  }
}

/** A commit whose answer got lost is asked again: the server answers the same transaction the same way. */
async function commit(session: ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await session.commitTransaction()
    } catch (error) {
      if (attempt >= 5 || !hasLabel(error, 'UnknownTransactionCommitResult')) throw error
    }
  }
}

// What another node took since we looked shows as a duplicate: reading again finds the next one.
const isConflict = (error: unknown) =>
  error instanceof Overtaken ||
  hasLabel(error, 'TransientTransactionError') ||
  hasCode(error, 112) ||
  isDuplicate(error)
const isDuplicate = (error: unknown) => hasCode(error, 11000)

function hasCode(error: unknown, code: number): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function hasLabel(error: unknown, label: string): boolean {
  if (!(error instanceof Error) || !('hasErrorLabel' in error) || typeof error.hasErrorLabel !== 'function')
    return false
  return error.hasErrorLabel(label) === true
}
