import { type Document, Long } from 'bson'
import { Arguments } from './arguments.js'
import { toNumber } from './bson/numbers.js'
import type { Command } from './commands/command.js'
import type { Engine } from './engine.js'
import { commandNotSupported, invalidOptions, MongoError, notInTransaction } from './errors.js'
import type { OperationContext } from './operation.js'
import type { Session } from './sessions.js'

/** Where a command came in. */
export interface Origin {
  readonly address: string
  readonly connectionId: number
}

/** The arguments every command takes. */
export const commonFields = [
  ...[
    '$db',
    'lsid',
    'txnNumber',
    'autocommit',
    'startTransaction',
    'stmtId',
    'stmtIds',
    '$clusterTime',
    '$readPreference',
  ],
  ...['readConcern', 'writeConcern', 'maxTimeMS', 'comment', 'apiVersion', 'apiStrict', 'apiDeprecationErrors'],
]

/** Reads what commands have in common, and begins the transaction if this is its first command. */
export function contextOf(
  engine: Engine,
  name: string,
  command: Command,
  document: Document,
  origin: Origin,
): OperationContext {
  const args = new Arguments(name, document)
  checkConcerns(args)
  const session = args.has('lsid') ? engine.sessions.use(document.lsid) : undefined
  if (session) session.lastFrom = origin.connectionId
  const number = transactionNumber(document)
  if (number !== undefined && !session)
    throw invalidOptions('Transaction number requires a session ID to also be specified')
  const maxTime = args.count('maxTimeMS') ?? 0
  const context = {
    ...origin,
    name,
    database: args.requiredText('$db'),
    session,
    deadline: maxTime > 0 ? performance.now() + maxTime : Number.POSITIVE_INFINITY,
    transaction: undefined,
    retryNumber: undefined,
  }
  if (number === undefined || !session || isTransactionEnd(name)) return context
  if (args.has('autocommit')) return { ...context, transaction: enter(engine, session, number, args, command) }
  if (!command.retryable) throw notRetryable()
  session.advance(number)
  return { ...context, retryNumber: number }
}

/** The number of a transaction or a retryable write. */
export function transactionNumber({ txnNumber }: Document): bigint | undefined {
  if (txnNumber === undefined) return undefined
  if (txnNumber instanceof Long) return txnNumber.toBigInt()
  const number = toNumber(txnNumber)
  if (number === undefined || !Number.isInteger(number)) throw invalidOptions('txnNumber must be a whole number')
  return BigInt(number)
}

function enter(engine: Engine, session: Session, number: bigint, args: Arguments, command: Command) {
  if (args.document.autocommit !== false) throw invalidOptions('Specifying autocommit=true is not allowed.')
  if (!command.inTransaction) throw notInTransaction(args.command)
  const open = args.flag('startTransaction')
    ? session.begin(number, engine.transactions, engine.now())
    : session.transaction(number)
  return { number, open }
}

const isTransactionEnd = (name: string) => name === 'commitTransaction' || name === 'abortTransaction'

const notRetryable = () =>
  new MongoError(20, 'Transaction numbers are only allowed on a replica set member or mongos, and for retryable writes')

/** There is one server, so every level of certainty below these is met; what cannot be met is refused. */
function checkConcerns(args: Arguments): void {
  const level: unknown = args.embedded('readConcern')?.level
  if (level === 'linearizable') throw commandNotSupported('Read concern linearizable')
  if (level === 'snapshot' && !args.has('autocommit'))
    throw commandNotSupported('A snapshot read outside a transaction')
  if (level !== undefined && !['local', 'available', 'majority', 'snapshot'].includes(String(level)))
    throw new MongoError(
      9,
      `readConcern.level must be either 'local', 'majority', 'linearizable', 'available', or 'snapshot'`,
    )
  if (args.has('apiVersion') && args.document.apiVersion !== '1')
    throw new MongoError(322, `Provided apiVersion '${args.document.apiVersion}' is not known; '1' is.`)
  const { w: copies } = args.embedded('writeConcern') ?? {}
  if (typeof copies === 'string' && copies !== 'majority')
    throw new MongoError(79, `No write concern mode named '${copies}' found in replica set configuration`)
  const w = toNumber(copies)
  if (w !== undefined && w > 1) throw new MongoError(100, 'Not enough data-bearing nodes')
}
