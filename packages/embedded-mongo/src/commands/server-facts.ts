import type { Document } from 'bson'
import { toNumber } from '../bson/numbers.js'
import { commandNotSupported } from '../errors.js'
import type { Operation } from '../operation.js'
import { type Command, reply } from './command.js'

/** The MongoDB version whose behaviour this engine follows. */
const version = '7.0.0'

const fact = (fields: readonly string[], facts: (operation: Operation) => Document): Command => ({
  fields,
  run: (operation) => reply(facts(operation)),
})

export const ping = fact([], () => ({}))

export const buildInfo = fact([], () => ({
  version,
  versionArray: [7, 0, 0, 0],
  gitVersion: 'embedded',
  modules: ['camau-embedded'],
  allocator: 'system',
  javascriptEngine: 'none',
  sysInfo: 'deprecated',
  bits: 64,
  debug: false,
  maxBsonObjectSize: 16 * 1024 * 1024,
  storageEngines: ['lmdb'],
}))

export const connectionStatus = fact(['showPrivileges'], () => ({
  authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] },
}))

export const getCmdLineOpts = fact([], () => ({ argv: ['camau-mongo'], parsed: {} }))

export const hostInfo = fact([], ({ engine }) => ({
  system: { currentTime: new Date(engine.now()), cpuAddrSize: 64 },
  os: { type: process.platform },
  extra: {},
}))

export const getParameter = fact(['featureCompatibilityVersion', 'allParameters'], ({ args }) => {
  if (toNumber(args.document.getParameter) !== 1 && !args.has('featureCompatibilityVersion'))
    throw commandNotSupported('getParameter for anything but featureCompatibilityVersion')
  return { featureCompatibilityVersion: { version: '7.0' } }
})

export const getLog = fact([], ({ args }) =>
  args.document.getLog === '*' ? { names: ['global', 'startupWarnings'] } : { totalLinesWritten: 0, log: [] },
)

export const serverStatus = fact(['repl', 'metrics', 'locks', 'opcounters', 'mem'], ({ engine }) => ({
  host: 'embedded',
  version,
  process: 'camau-mongo',
  pid: process.pid,
  uptime: Math.round((engine.now() - engine.startedAt) / 1000),
  localTime: new Date(engine.now()),
  storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true },
  metrics: { cursor: { open: { total: engine.cursors.size } } },
}))

/** Enough for tools that ask whether this is a replica set. */
export const replSetGetStatus = fact([], ({ context }) => ({
  set: 'rs0',
  myState: 1,
  members: [{ _id: 0, name: context.address, health: 1, state: 1, stateStr: 'PRIMARY', self: true }],
}))
