import type { Document } from 'bson'
import { Arguments } from '../arguments.js'
import { compileCollation } from '../collation.js'
import { failedToParse } from '../errors.js'
import type { Operation } from '../operation.js'
import { runStatements, writeErrors } from '../statements.js'
import { applyUpdate, type UpdateStatement } from '../updating.js'
import { type Command, reply } from './command.js'
import { readHint } from './query-arguments.js'
import { readVariables } from './variables.js'

const statementFields = new Set(['q', 'u', 'c', 'upsert', 'multi', 'arrayFilters', 'collation', 'hint', 'sort'])

export const update: Command = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  inTransaction: true,
  retryable: true,
  run: async (operation) => reply(await runUpdate(operation)),
}

function runUpdate(operation: Operation): Promise<Document> {
  const { engine, args } = operation
  const namespace = operation.namespace()
  const statements = args.embeddedList('updates').map((each) => readStatement(each, args))
  const ordered = !args.has('ordered') || args.flag('ordered')
  return operation.write((unit) => {
    let n = 0
    let nModified = 0
    const upserted: Document[] = []
    const errors = runStatements(unit, statements, ordered, (statement, index) => {
      const result = applyUpdate(engine, unit, namespace, statement)
      n += result.matched + (result.upserted ? 1 : 0)
      nModified += result.modified
      if (result.upserted) upserted.push({ index, _id: result.upserted._id })
    })
    return { n, nModified, ...(upserted.length > 0 && { upserted }), ...writeErrors(errors) }
  })
}

function readStatement(document: Document, command: Arguments): UpdateStatement {
  const args = new Arguments('update.updates', document)
  args.refuseUnknown(statementFields)
  const strings = compileCollation(args.embedded('collation'))
  return {
    filter: args.requiredEmbedded('q'),
    update: readUpdate(args, 'u'),
    arrayFilters: args.has('arrayFilters') ? args.embeddedList('arrayFilters') : [],
    upsert: args.flag('upsert'),
    multi: args.flag('multi'),
    hint: readHint(args),
    sort: args.embedded('sort') ?? {},
    strings,
    vars: readVariables(command, strings),
  }
}

/** A document of operators, a replacement or a pipeline. */
export function readUpdate(args: Arguments, field: string): Document | Document[] {
  if (Array.isArray(args.document[field])) return args.embeddedList(field)
  const update = args.embedded(field)
  if (!update) throw failedToParse('Update argument must be either an object or an array')
  return update
}
