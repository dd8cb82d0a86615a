import type { Document } from 'bson'
import type { Collection } from '../catalog.js'
import { compileCollation } from '../collation.js'
import { dropCollection, ensureCollection } from '../collections.js'
import { encodeDocument } from '../documents.js'
import { commandNotSupported, MongoError } from '../errors.js'
import { compileFilter } from '../query/match.js'
import { type Command, reply } from './command.js'
import { openCursor, readBatchSize } from './cursor-replies.js'

export const create: Command = {
  fields: ['idIndex', 'collation'],
  // Each of them makes another kind of collection: capped, time-series, clustered, a view, one with rules.
  leftOut: [
    ...['capped', 'size', 'max', 'timeseries', 'clusteredIndex', 'viewOn', 'pipeline', 'validator', 'validationLevel'],
    ...['validationAction', 'encryptedFields', 'changeStreamPreAndPostImages', 'storageEngine', 'indexOptionDefaults'],
    ...['expireAfterSeconds', 'autoIndexId'],
  ],
  inTransaction: true,
  run: async (operation) => {
    if (compileCollation(operation.args.embedded('collation'))) throw commandNotSupported('A default collation')
    const namespace = operation.namespace()
    await operation.write((unit) => {
      // Creating it again the same way succeeds, as in MongoDB 7.
      ensureCollection(operation.engine, unit, namespace)
      return {}
    })
    return reply({})
  },
}

export const drop: Command = {
  fields: [],
  run: async (operation) => {
    const namespace = operation.namespace()
    const fields = await operation.write((unit) => {
      const collection = operation.engine.catalog.find(unit, namespace)
      if (!collection) return {}
      dropCollection(unit, collection)
      return { ns: namespace, nIndexesWas: collection.indexes.length }
    })
    return reply(fields)
  },
}

export const dropDatabase: Command = {
  fields: [],
  run: async (operation) => {
    const { engine, context } = operation
    const fields = await operation.write((unit) => {
      const collections = [...engine.catalog.list(unit, context.database)]
      for (const collection of collections) dropCollection(unit, collection)
      return collections.length > 0 ? { dropped: context.database } : {}
    })
    return reply(fields)
  },
}

export const renameCollection: Command = {
  fields: ['to', 'dropTarget'],
  run: async (operation) => {
    const { engine, args } = operation
    const from = args.requiredText('renameCollection')
    const to = args.requiredText('to')
    await operation.write((unit) => {
      const source = engine.catalog.get(unit, from)
      const target = engine.catalog.find(unit, to)
      if (target && !args.flag('dropTarget')) throw new MongoError(48, 'target namespace exists')
      if (target) dropCollection(unit, target)
      engine.catalog.rename(unit, source, to)
      return {}
    })
    return reply({})
  },
}

export const listCollections: Command = {
  fields: ['filter', 'cursor', 'nameOnly', 'authorizedCollections'],
  run: (operation) => {
    const { engine, context, args, reader } = operation
    const matches = compileFilter(args.embedded('filter') ?? {})
    const nameOnly = args.flag('nameOnly')
    const described = [...engine.catalog.list(reader, context.database)].map(describe).filter(matches)
    const documents = described.map((each) => encodeDocument(nameOnly ? { name: each.name, type: each.type } : each))
    const batchSize = readBatchSize(args) ?? Number.POSITIVE_INFINITY
    return openCursor(operation, `${context.database}.$cmd.listCollections`, documents.values(), { batchSize })
  },
}

function describe({ name, options, uuid, indexes }: Collection): Document {
  const idIndex = indexes[0]?.specification
  return { name, type: 'collection', options, info: { readOnly: false, uuid }, ...(idIndex && { idIndex }) }
}

export const listDatabases: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run: ({ engine, args, reader }) => {
    const names = [...new Set([...engine.catalog.list(reader)].map(({ database }) => database))].sort()
    const nameOnly = args.flag('nameOnly')
    const databases = names
      .map((name) => (nameOnly ? { name } : { name, sizeOnDisk: 0, empty: false }))
      .filter(compileFilter(args.embedded('filter') ?? {}))
    return reply({ databases, ...(!nameOnly && { totalSize: engine.store.size() }) })
  },
}
