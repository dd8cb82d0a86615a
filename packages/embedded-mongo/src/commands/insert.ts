import type { Document } from 'bson'
import { ensureCollection } from '../collections.js'
import { MongoError } from '../errors.js'
import { withId } from '../new-document.js'
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
