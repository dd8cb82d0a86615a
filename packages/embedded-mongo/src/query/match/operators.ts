import { DBRef, type Document } from 'bson'
import { entryOf, isDocument } from '../../bson/fields.js'
import type { StringOrder } from '../../bson/strings.js'
import { badValue, commandNotSupported } from '../../errors.js'
import { bitTest } from './bits.js'
import { equals, inequality, isIn, refuseRegex } from './comparison.js'
import type { Test } from './path.js'
import { isRegex, regexTest } from './pattern.js'
import { type Matcher, onElement, type Predicate } from './predicate.js'
import { isTrue, modTest, regexOperator, sizeTest, typeTest } from './value-operators.js'

/** What compiling an operator needs from around it. */
export interface Scope {
  strings: StringOrder | undefined
  /** Compiles a nested filter, one level deeper. */
  filter: (filter: Document) => Matcher
}

/** The condition on one field: a literal, a pattern, or a document of operators. */
export function compileCondition(path: string, condition: unknown, scope: Scope): Predicate {
  if (isRegex(condition)) return { test: regexTest(condition) }
  if (!isOperators(condition)) return { test: equals(condition, scope.strings) }
  return compileOperators(path, condition, scope)
}

/** Whether a condition is a document of operators and not a document to be equal to. */
export function isOperators(condition: unknown): condition is Document {
  if (!isDocument(condition) || condition instanceof DBRef) return false
  const [first = ''] = Object.keys(condition)
  return first.startsWith('$') && !['$ref', '$id', '$db'].includes(first)
}

function compileOperators(path: string, operators: Document, scope: Scope): Predicate {
  const predicates = Object.entries(operators).flatMap(([operator, operand]) => {
    if (operator === '$options') return requireRegex(operators)
    return [compileOperator(path, operator, operand, operators, scope)]
  })
  return predicates.length === 1 && predicates[0] ? predicates[0] : { every: predicates }
}

function requireRegex(operators: Document): [] {
  if (!Object.hasOwn(operators, '$regex')) throw badValue('$options needs a $regex')
  return []
}

function compileOperator(path: string, operator: string, operand: unknown, all: Document, scope: Scope): Predicate {
  const bits = bitTest(operator, operand)
  if (bits) return { test: bits }
  const compile = entryOf(operatorTable, operator)
  if (compile) return compile(operand, scope, path, all)
  if (refused.has(operator)) throw commandNotSupported(`The query operator ${operator}`)
  throw badValue(`unknown operator: ${operator}`)
}

type Compile = (operand: unknown, scope: Scope, path: string, all: Document) => Predicate

const ordered =
  (operator: '$gt' | '$gte' | '$lt' | '$lte'): Compile =>
  (operand, scope, path) => {
    refuseRegex(path, operand)
    return { test: inequality(operator, operand, scope.strings) }
  }

const operatorTable: Record<string, Compile> = {
  $eq: (operand, scope) => ({ test: equals(operand, scope.strings) }),
  $ne: (operand, scope) => {
    if (isRegex(operand)) throw badValue("Can't have regex as arg to $ne.")
    return { not: { test: equals(operand, scope.strings) } }
  },
  $gt: ordered('$gt'),
  $gte: ordered('$gte'),
  $lt: ordered('$lt'),
  $lte: ordered('$lte'),
  $in: (operand, scope) => ({ test: isIn(listFor('$in', operand), scope.strings) }),
  $nin: (operand, scope) => ({ not: { test: isIn(listFor('$nin', operand), scope.strings) } }),
  $not: compileNot,
  $exists: (operand) => (isTrue(operand) ? { test: exists } : { not: { test: exists } }),
  $type: (operand) => ({ test: typeTest(operand) }),
  $size: (operand) => sizeTest(operand),
  $all: compileAll,
  $elemMatch: compileElemMatch,
  $mod: (operand) => ({ test: modTest(operand) }),
  $regex: (operand, _scope, _path, all) => ({ test: regexOperator(operand, all) }),
  $comment: () => ({ every: [] }),
}

const refused = new Set([
  '$near',
  '$nearSphere',
  '$geoNear',
  '$geoWithin',
  '$geoIntersects',
  '$within',
  '$maxDistance',
  '$minDistance',
  '$where',
  '$text',
])

const exists: Test = (value) => value !== undefined

function listFor(operator: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`)
  if (operand.some(isOperators)) throw badValue(`cannot nest $ under ${operator}`)
  return operand
}

function compileNot(operand: unknown, scope: Scope, path: string): Predicate {
  if (isRegex(operand)) return { not: { test: regexTest(operand) } }
  if (!isDocument(operand)) throw badValue('$not needs a regex or a document')
  if (Object.keys(operand).length === 0) throw badValue('$not cannot be empty')
  return { not: compileOperators(path, operand, scope) }
}

function compileAll(operand: unknown, scope: Scope): Predicate {
  if (!Array.isArray(operand)) throw badValue('$all needs an array')
  if (operand.length === 0) return { test: () => false }
  const elemMatches = operand.filter((one) => isDocument(one) && Object.keys(one)[0] === '$elemMatch')
  if (elemMatches.length > 0) return { every: operand.map((one) => elemMatchInAll(one, scope)) }
  return { every: operand.map((one) => oneOfAll(one, scope)) }
}

function elemMatchInAll(one: unknown, scope: Scope): Predicate {
  if (!isDocument(one) || Object.keys(one)[0] !== '$elemMatch') throw badValue('$all/$elemMatch has to be consistent')
  return compileElemMatch(one.$elemMatch, scope)
}

function oneOfAll(one: unknown, scope: Scope): Predicate {
  if (isOperators(one)) throw badValue('no $ expressions in $all')
  return { test: isRegex(one) ? regexTest(one) : equals(one, scope.strings) }
}

function compileElemMatch(operand: unknown, scope: Scope): Predicate {
  if (!isDocument(operand)) throw badValue('$elemMatch needs an Object')
  const test = elementTest(operand, scope)
  return {
    whole: true,
    test: (value, details) => {
      const index = Array.isArray(value) ? value.findIndex((element) => test(element)) : -1
      if (index >= 0 && details) details.index = index
      return index >= 0
    },
  }
}

/** What an array element must pass: operators on the element itself, or a filter on an embedded document. */
export function elementTest(condition: Document, scope: Scope): Test {
  if (isElementCondition(condition)) return onElement(compileOperators('', condition, scope))
  const matcher = scope.filter(condition)
  return (element) => {
    if (Array.isArray(element)) return matcher({ ...element })
    return isDocument(element) && matcher(element)
  }
}

/** Whether a condition is about the element itself; `$and` and its like combine filters on an embedded document. */
export function isElementCondition(condition: unknown): condition is Document {
  return isOperators(condition) && !['$and', '$or', '$nor', '$expr'].includes(Object.keys(condition)[0] ?? '')
}
