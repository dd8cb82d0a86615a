import type { Document } from 'bson'
import { Arguments } from '../arguments.js'
import { commandNotSupported } from '../errors.js'
import type { Operation } from '../operation.js'
import type { Plan } from '../planner/plan.js'
import { type Cost, planQuery, searchAll } from '../search.js'
import { type Command, reply } from './command.js'
import { readQuery } from './query-arguments.js'

/** Which field holds the filter of the commands that can be explained. */
const filterFields: Record<string, string> = { find: 'filter', count: 'query', distinct: 'query' }

export const explain: Command = {
  fields: ['verbosity'],
  run: (operation) => reply(explained(operation)),
}

function explained(operation: Operation): Document {
  const { engine, context, reader } = operation
  const inner = operation.args.requiredEmbedded('explain')
  const name = Object.keys(inner)[0] ?? ''
  const filterField = filterFields[name]
  if (!filterField) throw commandNotSupported(`explain of ${name}`)
  const args = new Arguments(name, inner)
  const namespace = `${context.database}.${args.collectionName()}`
  const collection = operation.find(namespace)
  const query = readQuery(args, filterField)
  const serverInfo = { host: 'embedded', version: '7.0.0' }
  if (!collection)
    return { queryPlanner: { namespace, winningPlan: { stage: 'EOF' }, rejectedPlans: [] }, serverInfo, command: inner }
  const cost: Cost = { keysExamined: 0, docsExamined: 0 }
  const nReturned = [...searchAll(reader, collection, engine.multikeys, query, cost)].length
  const how = planQuery(collection, engine.multikeys, query)
  const access = how.index || how.either ? { stage: 'FETCH', inputStage: stageOf(how) } : stageOf(how)
  const winningPlan = how.sorted ? access : { stage: 'SORT', sortPattern: query.sort, inputStage: access }
  const { keysExamined: totalKeysExamined, docsExamined: totalDocsExamined } = cost
  const executionStats = { executionSuccess: true, nReturned, totalKeysExamined, totalDocsExamined }
  return {
    explainVersion: '1',
    queryPlanner: { namespace, parsedQuery: query.filter, winningPlan, rejectedPlans: [] },
    ...(operation.args.text('verbosity') !== 'queryPlanner' && { executionStats }),
    command: inner,
    serverInfo,
  }
}

function stageOf({ index, either, ranges }: Plan): Document {
  if (either) return { stage: 'OR', inputStages: either.map(stageOf) }
  const direction = ranges[0]?.reverse ? 'backward' : 'forward'
  if (!index) return { stage: 'COLLSCAN', direction }
  return { stage: 'IXSCAN', indexName: index.name, keyPattern: index.specification.key, direction }
}
