import type { Document } from 'bson'
import { runPipeline } from '../aggregate/pipeline.js'
import { toNumber } from '../bson/numbers.js'
import { compileCollation } from '../collation.js'
import { commandNotSupported, failedToParse, MongoError } from '../errors.js'
import type { Operation } from '../operation.js'
import { searchPausing } from '../pausing.js'
import { countedId, type DividedPipeline, dividePipeline } from '../pipeline-head.js'
import { type Query, searchAll } from '../search.js'
import type { Reply } from '../wire/replies.js'
import type { Command } from './command.js'
import { encoded, openCursor, readBatchSize, usualFirstBatch } from './cursor-replies.js'
import { readHint } from './query-arguments.js'
import { readVariables } from './variables.js'

export const aggregate: Command = {
  fields: ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation', 'hint', 'collation', 'let'],
  inTransaction: true,
  run: (operation) => runAggregate(operation),
}

async function runAggregate(operation: Operation): Promise<Reply> {
  const { args } = operation
  const pipeline = args.embeddedList('pipeline')
  refuseUnsupported(operation, pipeline)
  if (toNumber(args.document.aggregate) === 1) throw commandNotSupported('aggregate on a whole database')
  args.requiredEmbedded('cursor')
  const batchSize = readBatchSize(args) ?? usualFirstBatch
  const namespace = operation.namespace()
  const divided = dividePipeline(pipeline)
  const strings = compileCollation(args.embedded('collation'))
  const query = { ...divided.query, hint: readHint(args), strings, vars: readVariables(args, strings) }
  const results =
    (await counted(operation, namespace, divided, query)) ?? pipelined(operation, namespace, divided, query)
  return openCursor(operation, namespace, encoded(results), { batchSize })
}

function pipelined(
  operation: Operation,
  namespace: string,
  { rest }: DividedPipeline,
  query: Query,
): Iterable<Document> {
  const { context } = operation
  if (rest.length === 0) return documents(operation, namespace, query)
  return runPipeline(documents(operation, namespace, query), rest, {
    collection: (name) => documents(operation, `${context.database}.${name}`, { filter: {} }),
    vars: query.vars ?? {},
    strings: query.strings,
  })
}

/** How many documents match, when that is all the pipeline asks. */
async function counted(
  operation: Operation,
  namespace: string,
  { rest }: DividedPipeline,
  query: Query,
): Promise<Document[] | undefined> {
  const _id = countedId(rest)
  if (_id === undefined) return undefined
  const collection = operation.find(namespace)
  let n = 0
  if (collection) await searchPausing(operation, collection, query, () => n++)
  return n > 0 ? [{ _id, n }] : []
}

function refuseUnsupported({ args }: Operation, pipeline: Document[]): void {
  if (args.flag('explain')) throw commandNotSupported('aggregate with explain')
  for (const stage of pipeline) {
    if ('$changeStream' in stage) throw commandNotSupported('A change stream')
    if (Object.keys(stage).length !== 1)
      throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.')
  }
  if (!args.has('cursor'))
    throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument")
}

function* documents(operation: Operation, namespace: string, query: Query): Generator<Document> {
  const collection = operation.find(namespace)
  if (!collection) return
  for (const { document } of searchAll(operation.reader, collection, operation.engine.multikeys, query)) yield document
}
