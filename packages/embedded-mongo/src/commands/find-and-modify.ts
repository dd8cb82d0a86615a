import type { Document } from 'bson'
import { compileCollation } from '../collation.js'
import { failedToParse } from '../errors.js'
import type { Operation } from '../operation.js'
import { compileProjection } from '../query/project.js'
import { type Query, searchAll } from '../search.js'
import type { Unit } from '../store/unit.js'
import { applyUpdate } from '../updating.js'
import { type Command, reply } from './command.js'
import { readHint } from './query-arguments.js'
import { readUpdate } from './update.js'
import { readVariables } from './variables.js'

export const findAndModify: Command = {
  fields: [
    ...['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'bypassDocumentValidation'],
    ...['collation', 'arrayFilters', 'hint', 'let'],
  ],
  inTransaction: true,
  retryable: true,
  run: async (operation) => reply(await runFindAndModify(operation)),
}

function runFindAndModify(operation: Operation): Promise<Document> {
  const { args } = operation
  const namespace = operation.namespace()
  const strings = compileCollation(args.embedded('collation'))
  const query: Query = {
    filter: args.embedded('query') ?? {},
    sort: args.embedded('sort') ?? {},
    limit: 1,
    hint: readHint(args),
    strings,
    vars: readVariables(args, strings),
  }
  const remove = args.flag('remove')
  if (remove === args.has('update'))
    throw failedToParse(
      remove
        ? "Cannot specify both an 'update' and 'remove'=true"
        : "Either an update or 'remove'=true must be specified",
    )
  if (remove && args.flag('new'))
    throw failedToParse(
      "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
    )
  return operation.write((unit) =>
    remove ? removeOne(operation, unit, namespace, query) : updateOne(operation, unit, namespace, query),
  )
}

function removeOne({ engine, args }: Operation, unit: Unit, namespace: string, query: Query): Document {
  const collection = engine.catalog.find(unit, namespace)
  const [found] = collection ? searchAll(unit, collection, engine.multikeys, query) : []
  if (collection && found) engine.records.remove(unit, collection, found)
  return { lastErrorObject: { n: found ? 1 : 0 }, value: shaped(args.embedded('fields'), query, found?.document) }
}

function updateOne({ engine, args }: Operation, unit: Unit, namespace: string, query: Query): Document {
  const result = applyUpdate(engine, unit, namespace, {
    ...query,
    update: readUpdate(args, 'update'),
    arrayFilters: args.has('arrayFilters') ? args.embeddedList('arrayFilters') : [],
    upsert: args.flag('upsert'),
    multi: false,
  })
  const { upserted, before, after } = result
  const n = before || upserted ? 1 : 0
  return {
    lastErrorObject: { n, updatedExisting: before !== undefined, ...(upserted && { upserted: upserted._id }) },
    value: shaped(args.embedded('fields'), query, args.flag('new') ? after : before),
  }
}

function shaped(fields: Document = {}, query: Query, document: Document | undefined): Document | null {
  if (!document) return null
  return Object.keys(fields).length > 0 ? compileProjection(fields, query.filter, query)(document) : document
}
