import type { Document } from 'bson'
import type { Operation } from '../operation.js'
import { searchPausing } from '../pausing.js'
import { type Command, reply } from './command.js'
import { readQuery } from './query-arguments.js'

export const count: Command = {
  fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  run: async (operation) => reply(await runCount(operation)),
}

async function runCount(operation: Operation): Promise<Document> {
  const collection = operation.find(operation.namespace())
  if (!collection) return { n: 0 }
  let n = 0
  await searchPausing(operation, collection, readQuery(operation.args, 'query'), () => n++)
  return { n }
}
