import { type Document, ObjectId } from 'bson'
import { ensureCollection } from '../collections.js'
import { badValue, MongoError } from '../errors.js'
import type { Operation } from '../operation.js'
import { runStatements, writeErrors } from '../statements.js'
import { type Command, reply } from './command.js'

export const insert: Command = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  inTransaction: true,
  retryable: true,
  run: async (operation) => reply(await runInsert(operation)),
}

function runInsert(operation: Operation): Promise<Document> {
  const { engine, args } = operation
  const namespace = operation.namespace()
  const documents = args.embeddedList('documents')
  const ordered = !args.has('ordered') || args.flag('ordered')
  if (documents.length === 0)
    throw new MongoError(16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.')
  return operation.write((unit) => {
    const collection = ensureCollection(engine, unit, namespace)
    let n = 0
    const errors = runStatements(unit, documents, ordered, (document) => {
      engine.records.insert(unit, collection, withId(document))
      n++
    })
    return { n, ...writeErrors(errors) }
  })
}

/** With its `_id` first, as MongoDB stores it, and a new one when it has none. */
export function withId(document: Document): Document {
  const id: unknown = document._id
  if (id === undefined) return { _id: new ObjectId(), ...document }
  if (Array.isArray(id)) throw new MongoError(53, "The '_id' value cannot be of type array")
  refusePattern(id)
  return Object.keys(document)[0] === '_id' ? document : { _id: id, ...document }
}

function refusePattern(id: unknown): void {
  const type: unknown = typeof id === 'object' && id !== null && Reflect.get(id, '_bsontype')
  if (type === 'BSONRegExp') throw badValue("The '_id' value cannot be of type regex")
}
