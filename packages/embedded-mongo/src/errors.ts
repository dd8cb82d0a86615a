import type { Document } from 'bson'
import { show } from './bson/show.js'
import { codeNameOf } from './errors/code-names.js'

/** An error as MongoDB sends it: number, name, labels for drivers, and extra reply fields (`keyPattern`, `keyValue`). */
export class MongoError extends Error {
  readonly code: number
  readonly codeName: string
  readonly labels: string[]
  readonly extra: Document

  constructor(code: number, message: string, more: { labels?: string[]; extra?: Document } = {}) {
    super(message)
    this.name = 'MongoError'
    this.code = code
    this.codeName = codeNameOf(code)
    this.labels = more.labels ?? []
    this.extra = more.extra ?? {}
  }
}

/** Any code by number, for the many numbered assertions (`Location40324`). */
export const mongoError = (code: number, message: string): MongoError => new MongoError(code, message)

/** 2: a value that has the right type and still makes no sense. */
export const badValue = (message: string): MongoError => new MongoError(2, message)

/** 9: a specification that cannot be read. */
export const failedToParse = (message: string): MongoError => new MongoError(9, message)

/** 14: a value of the wrong type. */
export const typeMismatch = (message: string): MongoError => new MongoError(14, message)

/** 20: a command that makes no sense in this state. */
export const illegalOperation = (message: string): MongoError => new MongoError(20, message)

/** 26: no such collection. */
export const namespaceNotFound = (namespace: string): MongoError =>
  new MongoError(26, `ns does not exist: ${namespace}`)

/** 48: the collection is there already, with other options. */
export const namespaceExists = (namespace: string): MongoError =>
  new MongoError(48, `Collection ${namespace} already exists.`)

/** 27: no such index. */
export const indexNotFound = (message: string): MongoError => new MongoError(27, message)

/** 28: an update would have to create a field inside a value that cannot hold fields. */
export const pathNotViable = (message: string): MongoError => new MongoError(28, message)

/** 43: the cursor was never opened, has ended or was idle for too long. */
export const cursorNotFound = (id: bigint | number | string): MongoError =>
  new MongoError(43, `cursor id ${id} not found`)

/** 59: a command MongoDB does not know either. */
export const commandNotFound = (name: string): MongoError => new MongoError(59, `no such command: '${name}'`)

/** 66: `_id` never changes. */
export const immutableField = (message: string): MongoError => new MongoError(66, message)

/** 72: options that contradict each other. */
export const invalidOptions = (message: string): MongoError => new MongoError(72, message)

/** 73: a name no collection may have. */
export const invalidNamespace = (message: string): MongoError => new MongoError(73, message)

/** 115: a real MongoDB feature this engine leaves out on purpose. */
export const commandNotSupported = (what: string): MongoError =>
  new MongoError(
    115,
    `${what} is not supported by the embedded database. Set MONGODB_URI to a real MongoDB to use this feature.`,
  )

/** 40415: a command option nobody knows; silently ignoring it would hide a mistake. */
export const unknownField = (command: string, field: string): MongoError =>
  new MongoError(40415, `BSON field '${command}.${field}' is an unknown field.`)

/** 10334: a document above 16 MB. */
export const objectTooLarge = (size: number): MongoError =>
  new MongoError(
    10334,
    `BSONObj size: ${size} (0x${size.toString(16).toUpperCase()}) is invalid. Size must be between 0 and 16793600(16MB)`,
  )

/** 11000: mongoose and applications read the index name and the key from this very text. */
export function duplicateKey(which: {
  namespace: string
  index: string
  keyPattern: Document
  keyValue: Document
}): MongoError {
  const { namespace, index, keyPattern, keyValue } = which
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index} dup key: ${show(keyValue)}`
  return new MongoError(11000, message, { extra: { keyPattern, keyValue } })
}

/** 112: two transactions wrote the same document; the driver may run the whole transaction again. */
export const writeConflict = (): MongoError =>
  new MongoError(
    112,
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
    { labels: ['TransientTransactionError'] },
  )

/** 225: a number lower than one this session has used. */
export const transactionTooOld = (given: bigint | number, active: bigint | number): MongoError =>
  new MongoError(
    225,
    `Cannot start transaction with transactionNumber ${given} because a transaction with transactionNumber ${active} has already started on this session.`,
  )

/** 251: the transaction was aborted, timed out or never began. */
export const noSuchTransaction = (
  message = 'Given transaction number does not match any in-progress transactions.',
): MongoError => new MongoError(251, message, { labels: ['TransientTransactionError'] })

/** 256: too late to abort or to write. */
export const transactionCommitted = (number: bigint | number): MongoError =>
  new MongoError(256, `Transaction with { txnNumber: ${number} } has been committed.`)

/** 263: commands such as `createIndexes` on a filled collection do not run inside transactions. */
export const notInTransaction = (what: string): MongoError =>
  new MongoError(263, `Cannot run '${what}' in a multi-document transaction.`)
