import type { Document } from 'bson'
import { encodeDocument } from '../documents.js'
import type { Operation } from '../operation.js'
import { compileFilter } from '../query/match.js'
import { compileProjection } from '../query/project.js'
import { compileSort } from '../query/sort.js'
import { pause, type Query, search } from '../search.js'
import type { Reply } from '../wire/replies.js'
import type { Command } from './command.js'
import { openCursor } from './cursor-replies.js'
import { readQuery } from './query-arguments.js'

export const find: Command = {
  fields: [
    ...['filter', 'sort', 'projection', 'hint', 'skip', 'limit', 'batchSize', 'singleBatch', 'collation', 'let'],
    ...['allowPartialResults', 'allowDiskUse', 'oplogReplay'],
  ],
  leftOut: ['noCursorTimeout', 'tailable', 'awaitData', 'returnKey', 'showRecordId', 'min', 'max'],
  inTransaction: true,
  run: (operation) => runFind(operation),
}

function runFind(operation: Operation): Promise<Reply> {
  const { args } = operation
  const namespace = operation.namespace()
  const query = readQuery(args, 'filter')
  const limit = args.integer('limit') ?? 0
  const batchSize = args.count('batchSize')
  const single = args.flag('singleBatch') || limit < 0
  return openCursor(operation, namespace, results(operation, namespace, query), { batchSize, single })
}

/** The found documents as BSON; those that no projection changes are the very bytes in the store. */
function results(operation: Operation, namespace: string, query: Query): Iterator<Uint8Array | typeof pause> {
  const projection = operation.args.embedded('projection') ?? {}
  const project = Object.keys(projection).length > 0 ? compileProjection(projection, query.filter, query) : undefined
  const collection = operation.find(namespace)
  if (!collection) return checkQuery(query)
  return shaped(search(operation.reader, collection, operation.engine.multikeys, query), project)
}

/** What is wrong with a query is wrong before there is a collection, too. */
function checkQuery({ filter, sort = {}, vars }: Query): Iterator<never> {
  compileFilter(filter, { vars })
  if (!('$natural' in sort)) compileSort(sort)
  return [][Symbol.iterator]()
}

function* shaped(
  found: ReturnType<typeof search>,
  project: ((document: Document) => Document) | undefined,
): Generator<Uint8Array | typeof pause> {
  for (const stored of found) {
    if (stored === pause) yield pause
    else yield project ? encodeDocument(project(stored.document)) : stored.bytes
  }
}
