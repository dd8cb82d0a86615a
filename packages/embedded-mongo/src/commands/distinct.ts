import type { Document } from 'bson'
import { hasPath, indexValues } from '../bson/keys.js'
import { ValueMap } from '../bson/value-map.js'
import type { Operation } from '../operation.js'
import { searchPausing } from '../pausing.js'
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
  const query = readQuery(operation.args, 'query')
  const values = new ValueMap<null>(query.strings)
  await searchPausing(operation, collection, query, ({ document }) => {
    if (!hasPath(document, path)) return
    // What an index would hold is what distinct means: the elements of arrays, each equal value once.
    for (const value of indexValues(document, path)) if (value !== undefined) values.getOrMake(value, () => null)
  })
  return { values: Array.from(values, ([value]) => value) }
}
