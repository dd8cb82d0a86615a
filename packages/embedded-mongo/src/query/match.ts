import type { Document } from 'bson'
import { isTruthy } from '../aggregate/expressions/conditions.js'
import { compileExpression } from '../aggregate/expressions.js'
import { entryOf, isDocument } from '../bson/fields.js'
import type { StringOrder } from '../bson/strings.js'
import { badValue, commandNotSupported } from '../errors.js'
import { compileCondition, type Scope } from './match/operators.js'
import { atPath, every, type Matcher } from './match/predicate.js'

export { type Bound, bounds, equalities } from './match/bounds.js'
export type { MatchDetails } from './match/path.js'
export type { Matcher } from './match/predicate.js'

/** How a filter is to be read: with which collation, and which variables `$expr` may use. */
export interface FilterOptions {
  strings?: StringOrder | undefined
  vars?: Document | undefined
}

/** Levels of `$and`, `$or`, `$elemMatch`… inside each other. */
export const DEEPEST_FILTER = 100

/** Compiles a filter once, so that a scan only runs it. Throws what MongoDB would answer to a wrong one. */
export function compileFilter(filter: Document, options: FilterOptions = {}): (doc: Document) => boolean {
  const matcher = compileMatcher(filter, options)
  return (doc) => matcher(doc)
}

/** As `compileFilter`; the result can also tell at which array index it matched. */
export const compileMatcher = (filter: Document, options: FilterOptions = {}): Matcher => compile(filter, options, 0)

/** The scope for compiling single conditions outside a filter. */
export const scopeFor = (options: FilterOptions, depth = 0): Scope => ({
  strings: options.strings,
  filter: (inner) => compile(inner, options, depth + 1),
})

function compile(filter: Document, options: FilterOptions, depth: number): Matcher {
  if (depth > DEEPEST_FILTER) throw badValue(`exceeded depth limit of ${DEEPEST_FILTER} when converting filter`)
  const scope = scopeFor(options, depth)
  return every(Object.entries(filter).map(([name, condition]) => compileEntry(name, condition, scope, options)))
}

function compileEntry(name: string, condition: unknown, scope: Scope, options: FilterOptions): Matcher {
  if (!name.startsWith('$') || name === '$ref' || name === '$id' || name === '$db') {
    return atPath(name, compileCondition(name, condition, scope))
  }
  const topLevel = entryOf(topLevels, name)
  if (topLevel) return topLevel(condition, scope, options)
  if (refused.has(name)) throw commandNotSupported(`The query operator ${name}`)
  throw badValue(
    `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  )
}

const topLevels: Record<string, (condition: unknown, scope: Scope, options: FilterOptions) => Matcher> = {
  $and: (condition, scope) => every(clauses('$and', condition, scope)),
  $or: (condition, scope) => {
    const any = clauses('$or', condition, scope)
    return (doc, details) => any.some((clause) => clause(doc, details))
  },
  $nor: (condition, scope) => {
    const none = clauses('$nor', condition, scope)
    return (doc) => !none.some((clause) => clause(doc))
  },
  $expr: (condition, _scope, options) => {
    const evaluate = compileExpression(condition, options)
    return (doc) => isDocument(doc) && isTruthy(evaluate(doc))
  },
  $comment: () => () => true,
  $alwaysTrue: () => () => true,
  $alwaysFalse: () => () => false,
}

const refused = new Set(['$where', '$text', '$jsonSchema', '$sampleRate', '$near', '$nearSphere', '$geoWithin'])

function clauses(operator: string, condition: unknown, scope: Scope): Matcher[] {
  if (!Array.isArray(condition)) throw badValue(`${operator} must be an array`)
  if (condition.length === 0) throw badValue('$and/$or/$nor must be a nonempty array')
  return condition.map((clause: unknown) => {
    if (!isDocument(clause)) throw badValue('$or/$and/$nor entries need to be full objects')
    return scope.filter(clause)
  })
}
