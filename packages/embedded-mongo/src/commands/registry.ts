import { aggregate } from './aggregate.js'
import { create, drop, dropDatabase, listCollections, listDatabases, renameCollection } from './collection-commands.js'
import type { Command } from './command.js'
import { count } from './count.js'
import { getMore, killCursors } from './cursors.js'
import { deleteCommand } from './delete.js'
import { distinct } from './distinct.js'
import { explain } from './explain.js'
import { find } from './find.js'
import { findAndModify } from './find-and-modify.js'
import { helloCommand, isMasterCommand } from './hello.js'
import { createIndexes, dropIndexes, listIndexes } from './index-commands.js'
import { insert } from './insert.js'
import * as facts from './server-facts.js'
import { endSessions, killAllSessions, killSessions, refreshSessions, startSession } from './session-commands.js'
import { collStats, dbStats } from './statistics.js'
import { abortTransaction, commitTransaction } from './transaction-commands.js'
import { update } from './update.js'

/** Every command there is, by the names drivers use. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['hello', helloCommand],
  ['isMaster', isMasterCommand],
  ['ismaster', isMasterCommand],
  ['ping', facts.ping],
  ['buildInfo', facts.buildInfo],
  ['buildinfo', facts.buildInfo],
  ['connectionStatus', facts.connectionStatus],
  ['getCmdLineOpts', facts.getCmdLineOpts],
  ['getLog', facts.getLog],
  ['getParameter', facts.getParameter],
  ['hostInfo', facts.hostInfo],
  ['replSetGetStatus', facts.replSetGetStatus],
  ['serverStatus', facts.serverStatus],
  ['insert', insert],
  ['update', update],
  ['delete', deleteCommand],
  ['findAndModify', findAndModify],
  ['findandmodify', findAndModify],
  ['find', find],
  ['getMore', getMore],
  ['killCursors', killCursors],
  ['aggregate', aggregate],
  ['count', count],
  ['distinct', distinct],
  ['explain', explain],
  ['create', create],
  ['drop', drop],
  ['dropDatabase', dropDatabase],
  ['renameCollection', renameCollection],
  ['listCollections', listCollections],
  ['listDatabases', listDatabases],
  ['createIndexes', createIndexes],
  ['dropIndexes', dropIndexes],
  ['listIndexes', listIndexes],
  ['collStats', collStats],
  ['collstats', collStats],
  ['dbStats', dbStats],
  ['dbstats', dbStats],
  ['startSession', startSession],
  ['endSessions', endSessions],
  ['killSessions', killSessions],
  ['killAllSessions', killAllSessions],
  ['refreshSessions', refreshSessions],
  ['commitTransaction', commitTransaction],
  ['abortTransaction', abortTransaction],
])

/** Commands of a real MongoDB that are left out here on purpose, and what to call them. */
export const leftOut: ReadonlyMap<string, string> = new Map(
  [
    ...[
      'bulkWrite',
      'mapReduce',
      'collMod',
      'validate',
      'compact',
      'top',
      'convertToCapped',
      'cloneCollectionAsCapped',
    ],
    ...['createUser', 'usersInfo', 'saslStart', 'saslContinue', 'authenticate', 'logout', 'createRole', 'rolesInfo'],
    ...['createSearchIndexes', 'listSearchIndexes', 'dropSearchIndex', 'updateSearchIndex', 'geoSearch'],
    ...['shardCollection', 'enableSharding', 'addShard', 'listShards', 'replSetInitiate', 'replSetStepDown'],
    ...['replSetReconfig', 'replSetGetConfig', 'setFeatureCompatibilityVersion', 'setParameter', 'shutdown', 'fsync'],
    ...['currentOp', 'killOp', 'profile', 'configureFailPoint', 'applyOps', 'setDefaultRWConcern', 'reIndex'],
  ].map((name) => [name, `The command ${name}`]),
)
