import type { Document } from 'bson'
import type { Collection } from '../catalog.js'
import type { Operation } from '../operation.js'
import { prefixRange } from '../store/bytes.js'
import { dataPrefix } from '../store/layout.js'
import { walk } from '../store/overlay.js'
import { type Command, reply } from './command.js'

export const collStats: Command = {
  fields: ['scale'],
  run: (operation) => {
    const namespace = operation.namespace()
    const collection = operation.find(namespace)
    const { count, size } = collection ? measure(operation, collection) : { count: 0, size: 0 }
    const nindexes = collection?.indexes.length ?? 0
    const averages = count > 0 ? { avgObjSize: Math.round(size / count) } : {}
    return reply({
      ns: namespace,
      count,
      size,
      storageSize: size,
      ...averages,
      nindexes,
      capped: false,
      scaleFactor: 1,
    })
  },
}

export const dbStats: Command = {
  fields: ['scale', 'freeStorage'],
  run: (operation) => {
    const { engine, context, reader } = operation
    const collections = [...engine.catalog.list(reader, context.database)]
    const measured = collections.map((collection) => measure(operation, collection))
    const sum = (of: (each: { count: number; size: number }) => number) =>
      measured.reduce((all, each) => all + of(each), 0)
    const fields: Document = {
      db: context.database,
      collections: collections.length,
      views: 0,
      objects: sum(({ count }) => count),
      dataSize: sum(({ size }) => size),
      storageSize: engine.store.size(),
      indexes: collections.reduce((all, { indexes }) => all + indexes.length, 0),
      scaleFactor: 1,
    }
    return reply(fields)
  },
}

function measure({ reader }: Operation, { id }: Collection): { count: number; size: number } {
  let count = 0
  let size = 0
  for (const [, value] of walk(reader, prefixRange(dataPrefix(id)))) {
    count++
    size += value.length
  }
  return { count, size }
}
