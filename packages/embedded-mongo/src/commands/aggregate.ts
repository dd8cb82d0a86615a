import type { Document } from 'bson'
import { runPipeline } from '../aggregate/pipeline.js'
import { isDocument } from '../bson/fields.js'
import { compileCollation } from '../collation.js'
import { commandNotSupported, failedToParse, MongoError } from '../errors.js'
import type { Operation } from '../operation.js'
import { type Query, searchAll } from '../search.js'
import type { Reply } from '../wire/replies.js'
import type { Command } from './command.js'
import { encoded, openCursor } from './cursor-replies.js'
import { readHint } from './query-arguments.js'

export const aggregate: Command = {
  fields: ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation', 'hint', 'collation', 'let'],
  inTransaction: true,
  run: (operation) => runAggregate(operation),
}

async function runAggregate(operation: Operation): Promise<Reply> {
  const { args, context } = operation
  const pipeline = args.embeddedList('pipeline')
  refuseUnsupported(operation, pipeline)
  const whole = args.document.aggregate === 1
  const namespace = whole ? `${context.database}.$cmd.aggregate` : operation.namespace()
  const input = whole ? [] : source(operation, namespace, pipeline)
  const results = runPipeline(input, pipeline, {
    collection: (name) => source(operation, `${context.database}.${name}`, []),
    vars: args.embedded('let') ?? {},
  })
  const cursor = args.requiredEmbedded('cursor')
  const batchSize = cursor.batchSize === undefined ? undefined : Number(cursor.batchSize)
  return openCursor(operation, namespace, encoded(results), { batchSize })
}

function refuseUnsupported({ args }: Operation, pipeline: Document[]): void {
  if (args.flag('explain')) throw commandNotSupported('aggregate with explain: true')
  for (const stage of pipeline) {
    if ('$changeStream' in stage) throw commandNotSupported('A change stream')
    if (Object.keys(stage).length !== 1)
      throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.')
  }
  if (!args.has('cursor'))
    throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument")
  if (compileCollation(args.embedded('collation'))) throw commandNotSupported('A collation on aggregate')
}

/** The documents a pipeline starts from. Leading `$match`, `$sort` and `$limit` choose the index; the pipeline checks again. */
function* source(operation: Operation, namespace: string, pipeline: Document[]): Generator<Document> {
  const collection = operation.find(namespace)
  if (!collection) return
  const query: Query = { ...leading(pipeline), hint: readHint(operation.args) }
  for (const { document } of searchAll(operation.reader, collection, operation.engine.multikeys, query)) yield document
}

function leading([first]: Document[]): Query {
  const filter: unknown = first?.$match
  return { filter: isDocument(filter) ? filter : {} }
}
