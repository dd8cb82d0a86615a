import type { Document } from 'bson'
import { isDocument } from '../bson/fields.js'
import type { Collection } from '../catalog.js'
import { clear, ensureCollection } from '../collections.js'
import { encodeDocument } from '../documents.js'
import type { Engine } from '../engine.js'
import { indexNotFound, MongoError, notInTransaction } from '../errors.js'
import { parseIndex } from '../index-definition.js'
import { checkSpecification, existingIndex } from '../index-specification.js'
import { addEntries } from '../indexes.js'
import type { Operation } from '../operation.js'
import { sameKey } from '../planner/plan.js'
import { searchAll } from '../search.js'
import { indexPrefix } from '../store/layout.js'
import type { Unit } from '../store/unit.js'
import { type Command, reply } from './command.js'
import { openCursor, readBatchSize } from './cursor-replies.js'

export const createIndexes: Command = {
  fields: ['indexes', 'commitQuorum'],
  leftOut: ['ignoreUnknownIndexOptions'],
  inTransaction: true,
  run: async (operation) => {
    const { engine, args, context } = operation
    const namespace = operation.namespace()
    const specifications = args.embeddedList('indexes').map(checkSpecification)
    const fields = await operation.write((unit) => {
      const existed = engine.catalog.find(unit, namespace)
      if (existed && context.transaction && hasDocuments(unit, engine, existed)) throw notInTransaction('createIndexes')
      const before = existed ?? ensureCollection(engine, unit, namespace)
      const after = specifications.reduce<Collection>(
        (collection, each) => addIndex(engine, unit, collection, each),
        before,
      )
      if (after !== before) engine.catalog.save(unit, after)
      const note = after === before && { note: 'all indexes already exist' }
      const counts = { numIndexesBefore: before.indexes.length, numIndexesAfter: after.indexes.length }
      return { ...counts, createdCollectionAutomatically: !existed, ...note }
    })
    return reply(fields)
  },
}

function hasDocuments(unit: Unit, engine: Engine, collection: Collection): boolean {
  return !searchAll(unit, collection, engine.multikeys, { filter: {} }).next().done
}

function addIndex(engine: Engine, unit: Unit, collection: Collection, specification: Document): Collection {
  if (existingIndex(collection.indexes, specification)) return collection
  if (collection.indexes.length >= 64) throw new MongoError(67, 'add index fails, too many indexes')
  const index = parseIndex(engine.newId(), specification)
  for (const { record, document } of searchAll(unit, collection, engine.multikeys, { filter: {} }))
    addEntries(unit, engine.multikeys, index, { namespace: collection.namespace, record, document })
  return { ...collection, indexes: [...collection.indexes, index] }
}

export const dropIndexes: Command = {
  fields: ['index'],
  run: async (operation) => {
    const { engine, args } = operation
    const namespace = operation.namespace()
    const fields = await operation.write((unit) => {
      const collection = engine.catalog.get(unit, namespace)
      const gone = chosen(collection, args.document.index)
      for (const { id } of gone) clear(unit, indexPrefix(id))
      engine.catalog.save(unit, { ...collection, indexes: collection.indexes.filter((index) => !gone.includes(index)) })
      return { nIndexesWas: collection.indexes.length }
    })
    return reply(fields)
  },
}

function chosen({ indexes }: Collection, which: unknown) {
  if (which === '*') return indexes.slice(1)
  const names: unknown[] = Array.isArray(which) ? which : [which]
  return names.map((name) => {
    const found = indexes.find((index) =>
      isDocument(name) ? sameKey(index.specification.key, name) : index.name === name,
    )
    if (!found) throw indexNotFound(`index not found with name [${String(name)}]`)
    if (found === indexes[0]) throw new MongoError(72, 'cannot drop _id index')
    return found
  })
}

export const listIndexes: Command = {
  fields: ['cursor'],
  run: (operation: Operation) => {
    const { engine, args, reader } = operation
    const namespace = operation.namespace()
    const { indexes } = engine.catalog.get(reader, namespace)
    const documents = indexes.map(({ specification }) => encodeDocument(specification))
    const batchSize = readBatchSize(args) ?? Number.POSITIVE_INFINITY
    return openCursor(operation, namespace, documents.values(), { batchSize })
  },
}
