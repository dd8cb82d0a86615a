import { type Document, Long, ObjectId, Timestamp } from 'bson'
import type { Operation } from '../operation.js'
import { sessionMinutes } from '../sessions.js'
import { largestMessage } from '../wire/frames.js'
import { type Command, reply } from './command.js'

/** Says what a driver wants to hear from the primary of a replica set of one. */
const hello = (operation: Operation): Document => ({
  helloOk: true,
  isWritablePrimary: true,
  ...roles(operation.context.address),
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: largestMessage,
  maxWriteBatchSize: 100_000,
  localTime: new Date(operation.engine.now()),
  // Without it a driver says that sessions are not supported.
  logicalSessionTimeoutMinutes: sessionMinutes,
  connectionId: operation.context.connectionId,
  minWireVersion: 0,
  // MongoDB 7.0: later versions promise commands that are not here.
  maxWireVersion: 21,
  readOnly: false,
})

/** The address must be the one the client dialled, or it would go looking for another. */
function roles(address: string): Document {
  return {
    setName: 'rs0',
    setVersion: 1,
    secondary: false,
    hosts: [address],
    me: address,
    primary: address,
    electionId,
    lastWrite: { opTime: { ts: new Timestamp({ t: 1, i: 1 }), t: Long.ONE }, lastWriteDate: new Date(0) },
  }
}

const electionId = new ObjectId('7fffffff0000000000000001')

const fields = [
  'helloOk',
  'client',
  'compression',
  'hostInfo',
  'internalClient',
  'loadBalanced',
  'saslSupportedMechs',
  'speculativeAuthenticate',
  'topologyVersion',
  'maxAwaitTimeMS',
  'backpressure',
]

export const helloCommand: Command = { fields, run: (operation) => reply(hello(operation)) }

/** The name `hello` had before, which a driver's first message uses. */
export const isMasterCommand: Command = {
  fields,
  run: (operation) => reply({ ismaster: true, ...hello(operation) }),
}
