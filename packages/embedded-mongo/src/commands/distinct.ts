import type { Document } from 'bson'
import { encodeValue, hasPath, indexValues } from '../bson/keys.js'
import type { Operation } from '../operation.js'
import { searchPausing } from '../pausing.js'
import { toKey } from '../store/bytes.js'
import { type Command, reply } from './command.js'
import { readQuery } from './query-arguments.js'

export const distinct: Command = {
  fields: ['key', 'query', 'collation', 'hint'],
  inTransaction: true,
  run: async (operation) => reply(await runDistinct(operation)),
}

async function runDistinct(operation: Operation): Promise<Document> {
  const path = operation.args.requiredText('key')
  const collection = operation.find(operation.namespace())
  if (!collection) return { values: [] }
  const values = new Map<string, unknown>()
  await searchPausing(operation, collection, readQuery(operation.args, 'query'), ({ document }) => {
    if (!hasPath(document, path)) return
    // What an index would hold is what distinct means: the elements of arrays, each equal value once.
    for (const value of indexValues(document, path)) {
      const key = toKey(encodeValue(value))
      if (value !== undefined && !values.has(key)) values.set(key, value)
    }
  })
  return { values: [...values.values()] }
}
