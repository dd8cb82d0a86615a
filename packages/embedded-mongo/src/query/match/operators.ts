import { DBRef, type Document } from 'bson'
import { entryOf, isDocument } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { typeNamed, typeOf } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import type { StringOrder } from '../../bson/strings.js'
import { NUMBERS } from '../../bson/types.js'
import { badValue, commandNotSupported, failedToParse, MongoError } from '../../errors.js'
import { bitTest } from './bits.js'
import { equals, inequality, isIn, refuseRegex } from './comparison.js'
import type { Test } from './path.js'
import { isRegex, patternTest, regexTest } from './pattern.js'
import { every, type Matcher, onElement, type Predicate } from './predicate.js'

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

/** Truth as BSON sees it: zero, null, missing and false are false. */
export const isTrue = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== false && toNumber(value) !== 0

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

function typeTest(operand: unknown): Test {
  const wanted = Array.isArray(operand) ? operand : [operand]
  if (wanted.length === 0) throw failedToParse('a must match at least one type')
  const tests = wanted.map(oneType)
  return (value) => value !== undefined && tests.some((test) => test(value))
}

function oneType(name: unknown): Test {
  if (name === 'number') return (value) => typeOf(value).bracket === NUMBERS
  const number = toNumber(name)
  const type = typeof name === 'string' ? typeNamed(name) : number === undefined ? undefined : typeNamed(number)
  if (type) return (value) => typeOf(value) === type
  if (typeof name === 'string') throw badValue(`Unknown type name alias: ${name}`)
  if (number === undefined) throw new MongoError(14, 'type must be represented as a number or a string')
  throw badValue(`Invalid numerical type code: ${number}`)
}

function sizeTest(operand: unknown): Predicate {
  const size = toNumber(operand)
  if (size === undefined) throw badValue(`Failed to parse $size. Expected a number in: $size: ${show(operand)}`)
  if (!Number.isInteger(size)) throw badValue(`Failed to parse $size. Expected an integer: $size: ${show(operand)}`)
  if (size < 0) throw badValue(`Failed to parse $size. Expected a non-negative number in: $size: ${show(operand)}`)
  return { test: (value) => Array.isArray(value) && value.length === size, whole: true }
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
  const [first = ''] = Object.keys(condition)
  if (isOperators(condition) && !['$and', '$or', '$nor', '$expr'].includes(first)) {
    return onElement(compileOperators('', condition, scope))
  }
  const matcher = scope.filter(condition)
  return (element) => {
    if (Array.isArray(element)) return matcher({ ...element })
    return isDocument(element) && matcher(element)
  }
}

function modTest(operand: unknown): Test {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array')
  if (operand.length < 2) throw badValue('malformed mod, not enough elements')
  if (operand.length > 2) throw badValue('malformed mod, too many elements')
  const [divisor = 0, remainder = 0] = operand.map((one, i) => Math.trunc(modNumber(one, i)))
  if (divisor === 0) throw badValue('divisor cannot be 0')
  return (value) => {
    const number = toNumber(value)
    return number !== undefined && Number.isFinite(number) && Math.trunc(number) % divisor === remainder
  }
}

function modNumber(value: unknown, i: number): number {
  const number = toNumber(value)
  if (number !== undefined && Number.isFinite(number)) return number
  throw badValue(`malformed mod, ${i === 0 ? 'divisor' : 'remainder'} not a number`)
}

function regexOperator(operand: unknown, all: Document): Test {
  const options: unknown = all.$options
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string')
  if (isRegex(operand)) {
    if (options === undefined) return regexTest(operand)
    const own = 'source' in operand ? operand.flags : operand.options
    if (own !== '') throw new MongoError(51075, 'options set in both $regex and $options')
    return patternTest('source' in operand ? operand.source : operand.pattern, options)
  }
  if (typeof operand !== 'string') throw badValue('$regex has to be a string')
  return patternTest(operand, options ?? '')
}

/** A test for one value from a condition document, for `$pull` and array filters. */
export const valueTest = (condition: unknown, scope: Scope): Test =>
  every([onElement(compileCondition('', condition, scope))])
