import { transactionNumber } from '../context.js'
import { noSuchTransaction, notInTransaction } from '../errors.js'
import type { Operation } from '../operation.js'
import { rememberReply, wasCommitted } from '../retries.js'
import type { Session } from '../sessions.js'
import { type Command, reply } from './command.js'

export const commitTransaction: Command = {
  fields: ['recoveryToken'],
  run: async (operation) => {
    await commit(operation)
    return reply({})
  },
}

export const abortTransaction: Command = {
  fields: ['recoveryToken'],
  run: (operation) => {
    const { session, number } = which(operation)
    session.transaction(number)
    session.abort()
    return reply({})
  },
}

/** May be asked for again: a driver that lost the connection does not know whether the first one arrived. */
async function commit(operation: Operation): Promise<void> {
  const { engine } = operation
  const { session, number } = which(operation)
  if (!session.hasCommitted(number) && !wasCommitted(engine.history.durable, session.id, number)) {
    const transaction = session.transaction(number)
    try {
      transaction.commit((unit) => {
        if (unit.changes.size > 0) rememberReply(unit, session.id, { number, at: new Date(engine.now()) })
      })
    } catch (error) {
      session.abort()
      throw error
    }
    session.committed()
  }
  try {
    await engine.history.flushed()
  } catch (error) {
    // Nothing of it is on the disk, so nobody may be told later that it was committed.
    session.lost(number)
    throw error
  }
}

function which({ context, args }: Operation): { session: Session; number: bigint } {
  const number = transactionNumber(args.document)
  if (number === undefined || !context.session) throw noSuchTransaction()
  if (args.document.autocommit !== false) throw notInTransaction(args.command)
  return { session: context.session, number }
}
