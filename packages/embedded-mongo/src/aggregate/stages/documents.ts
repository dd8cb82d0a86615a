import type { Document } from 'bson'
import { isDocument } from '../../bson/fields.js'
import { typeOf } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { MongoError, mongoError } from '../../errors.js'
import { compileFilter } from '../../query/match.js'
import { addFields, excludeFields, includeFields } from '../../query/project/apply.js'
import { computed, parseProjection } from '../../query/project/parse.js'
import { type Branch, emptyBranch, place } from '../../query/project/tree.js'
import { compileExpression } from '../expressions.js'
import { mapping, requireDocument, type Stage, type StageContext, type StageMaker } from './stage.js'

/** Stages that filter or reshape documents one by one. */
export const documentStages: Record<string, StageMaker> = {
  $match: (argument, context) => {
    const matches = compileFilter(
      requireDocument(argument, 15959, 'the match filter must be an expression in an object'),
      context,
    )
    return function* (docs) {
      for (const doc of docs) if (matches(doc)) yield doc
    }
  },
  $project: (argument, context) => naming('$project', () => project(argument, context)),
  $addFields: setStage,
  $set: setStage,
  $unset: unset,
  $replaceRoot: (argument, context) => {
    const spec = requireDocument(
      argument,
      40229,
      `expected an object as specification for $replaceRoot stage, got ${typeOf(argument).alias}`,
    )
    if (!Object.hasOwn(spec, 'newRoot')) throw mongoError(40231, 'no newRoot specified for the $replaceRoot stage')
    return replaceRoot("'newRoot' expression ", spec.newRoot, context)
  },
  $replaceWith: (argument, context) => replaceRoot("'replacement document' ", argument, context),
}

function project(argument: unknown, context: StageContext): Stage {
  const spec = requireDocument(argument, 15969, '$project specification must be an object')
  if (Object.keys(spec).length === 0) throw mongoError(51272, 'projection specification must have at least one field')
  const { mode, tree } = parseProjection(spec, context, () => undefined)
  return mapping((doc) => (mode === 'include' ? includeFields(doc, tree, doc) : excludeFields(doc, tree)))
}

// MongoDB says in which stage a projection is wrong.
function naming<Result>(name: string, make: () => Result): Result {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof MongoError) || error.code === 115) throw error
    throw mongoError(error.code, `Invalid ${name} :: caused by :: ${error.message}`)
  }
}

function setStage(argument: unknown, context: StageContext, name: string): Stage {
  const spec = requireDocument(
    argument,
    40272,
    `${name} specification stage must be an object, got ${typeOf(argument).alias}`,
  )
  const tree = naming(name, () => assignments(spec, context))
  return mapping((doc) => addFields(doc, tree, doc))
}

function assignments(spec: Document, context: StageContext): Branch {
  if (Object.keys(spec).length === 0) throw mongoError(40177, 'specification must have at least one field')
  const tree = emptyBranch()
  const add = (path: string, value: unknown): void => {
    if (!isDocument(value) || Object.keys(value).length === 0 || Object.keys(value)[0]?.startsWith('$')) {
      place(tree, path, computed(value, context))
      return
    }
    for (const [name, part] of Object.entries(value)) add(`${path}.${name}`, part)
  }
  for (const [name, value] of Object.entries(spec)) add(name, value)
  return tree
}

function unset(argument: unknown): Stage {
  const paths: unknown[] = Array.isArray(argument) ? argument : [argument]
  if (paths.length === 0)
    throw mongoError(31119, '$unset specification must be a string or an array with at least one field')
  const tree = emptyBranch()
  for (const path of paths) {
    if (typeof path !== 'string') throw mongoError(31002, '$unset specification must be a string or an array')
    naming('$unset', () => place(tree, path, { kind: 'exclude' }))
  }
  return mapping((doc) => excludeFields(doc, tree))
}

function replaceRoot(what: string, expression: unknown, context: StageContext): Stage {
  const evaluate = compileExpression(expression, context)
  return mapping((doc) => {
    const next = evaluate(doc)
    if (isDocument(next)) return next
    throw mongoError(
      40228,
      `${what} must evaluate to an object, but resulting value was: ${show(next)}. Type of resulting value: '${typeOf(next).alias}'. Input document: ${show(doc)}`,
    )
  })
}
