import type { Document } from 'bson'
import { Arguments } from '../arguments.js'
import { compileCollation } from '../collation.js'
import { badValue } from '../errors.js'
import type { Operation } from '../operation.js'
import { compileFilter } from '../query/match.js'
import { type Query, searchAll } from '../search.js'
import { runStatements, writeErrors } from '../statements.js'
import { type Command, reply } from './command.js'
import { readHint } from './query-arguments.js'
import { readVariables } from './variables.js'

const statementFields = new Set(['q', 'limit', 'collation', 'hint'])

export const deleteCommand: Command = {
  fields: ['deletes', 'ordered', 'let'],
  inTransaction: true,
  retryable: true,
  run: async (operation) => reply(await runDelete(operation)),
}

function runDelete(operation: Operation): Promise<Document> {
  const { engine, args } = operation
  const namespace = operation.namespace()
  const statements = args.embeddedList('deletes').map((each) => readStatement(each, args))
  const ordered = !args.has('ordered') || args.flag('ordered')
  return operation.write((unit) => {
    const collection = engine.catalog.find(unit, namespace)
    let n = 0
    const errors = runStatements(unit, statements, ordered, (query) => {
      if (!collection) return void compileFilter(query.filter, query)
      const found = [...searchAll(unit, collection, engine.multikeys, query)]
      for (const stored of found) engine.records.remove(unit, collection, stored)
      n += found.length
    })
    return { n, ...writeErrors(errors) }
  })
}

function readStatement(document: Document, command: Arguments): Query {
  const args = new Arguments('delete.deletes', document)
  args.refuseUnknown(statementFields)
  const limit = args.integer('limit') ?? 0
  if (limit !== 0 && limit !== 1) throw badValue(`The limit field in delete objects must be 0 or 1. Got ${limit}`)
  const strings = compileCollation(args.embedded('collation'))
  return {
    filter: args.requiredEmbedded('q'),
    limit,
    hint: readHint(args),
    strings,
    vars: readVariables(command, strings),
  }
}
