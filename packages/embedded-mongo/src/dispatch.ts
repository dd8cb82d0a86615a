import { type Document, Timestamp } from 'bson'
import { Arguments } from './arguments.js'
import type { Command } from './commands/command.js'
import { commands, leftOut } from './commands/registry.js'
import { commonFields, contextOf, type Origin } from './context.js'
import type { Engine } from './engine.js'
import { commandNotFound, commandNotSupported, MongoError } from './errors.js'
import { Operation, type OperationContext } from './operation.js'
import { WriteRefused } from './store/port.js'
import type { Reply } from './wire/replies.js'

/** Where faults that are ours are reported. */
export type Log = (line: string) => void

/** Carries out a command. Never throws: whatever goes wrong becomes the reply a MongoDB would send. */
export async function dispatch(engine: Engine, document: Document, origin: Origin, log: Log): Promise<Reply> {
  const name = Object.keys(document)[0] ?? ''
  let context: OperationContext | undefined
  try {
    const command = commands.get(name)
    if (!command) throw unknown(name)
    checkFields(name, command, document)
    context = contextOf(engine, name, command, document, origin)
    const { cursor, fields } = await command.run(new Operation(engine, context, document))
    // In MongoDB any failed statement ends the transaction it is in.
    if (fields.writeErrors && context.transaction) context.session?.abort()
    return { ...(cursor && { cursor }), fields: { ...fields, ok: 1, ...times(engine) } }
  } catch (error) {
    if (context?.transaction) context.session?.abort()
    return { fields: { ...failure(asMongoError(error, name, log), document), ...times(engine) } }
  }
}

function checkFields(name: string, { fields, leftOut = [] }: Command, document: Document): void {
  const args = new Arguments(name, document)
  args.refuseUnknown(new Set([name, ...commonFields, ...fields, ...leftOut]))
  args.refuseLeftOut(leftOut)
}

function unknown(name: string): MongoError {
  const feature = leftOut.get(name)
  return feature === undefined ? commandNotFound(name) : commandNotSupported(feature)
}

function asMongoError(error: unknown, name: string, log: Log): MongoError {
  if (error instanceof MongoError) return error
  // Only what is a fault of ours needs the way it came.
  const story = error instanceof WriteRefused ? error.message : error instanceof Error ? error.stack : error
  log(`The command ${name} failed: ${story}`)
  return new MongoError(1, error instanceof Error ? error.message : String(error))
}

function failure({ code, codeName, message, labels, extra }: MongoError, document: Document): Document {
  const errorLabels = labels.filter((label) => label !== 'TransientTransactionError' || 'autocommit' in document)
  return { ok: 0, errmsg: message, code, codeName, ...extra, ...(errorLabels.length > 0 && { errorLabels }) }
}

/**
 * Drivers pass the cluster time on; here it only has to exist and never run backwards. Nobody signs it: of a signature the driver would
 * keep the bytes, and by them the whole reply that they came in, for each of its connections.
 */
function times(engine: Engine): Document {
  const operationTime = new Timestamp({ t: Math.floor(engine.now() / 1000), i: 1 })
  return { operationTime, $clusterTime: { clusterTime: operationTime } }
}
