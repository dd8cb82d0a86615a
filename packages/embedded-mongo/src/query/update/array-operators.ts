import { isDocument } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { equalValues, typeOf } from '../../bson/order.js'
import { show, showField } from '../../bson/show.js'
import { badValue, failedToParse, typeMismatch } from '../../errors.js'
import { compileCondition, isElementCondition, type Scope } from '../match/operators.js'
import type { Test } from '../match/path.js'
import { isRegex } from '../match/pattern.js'
import { atPath } from '../match/predicate.js'
import { type Leaf, type LeafMaker, lastPart } from './leaf.js'
import { push } from './push.js'

/** Operators that change an array by its elements. */
export const arrayOperators: Record<string, LeafMaker> = {
  $push: push,
  $addToSet: addToSet,
  $pull: (argument, _path, scope) => removing('$pull', pullTest(argument, scope)),
  $pullAll: (argument, _path, scope) => {
    if (!Array.isArray(argument)) {
      throw badValue(`$pullAll requires an array argument but was given a ${typeOf(argument).alias}`)
    }
    return removing('$pullAll', (value) => argument.some((one) => equalValues(one, value, scope.strings)))
  },
  $pop: pop,
}

function addToSet(argument: unknown, _path: string, scope: Scope): Leaf {
  const values = valuesToAdd(argument)
  return (current, { path }) => {
    if (current !== undefined && !Array.isArray(current)) {
      throw badValue(
        `Cannot apply $addToSet to non-array field. Field named '${lastPart(path)}' has non-array type ${typeOf(current).alias}`,
      )
    }
    const next: unknown[] = [...(current ?? [])]
    for (const value of values) if (!next.some((one) => equalValues(one, value, scope.strings))) next.push(value)
    return current && next.length === current.length ? current : next
  }
}

function valuesToAdd(argument: unknown): unknown[] {
  if (!isDocument(argument) || Object.keys(argument)[0] !== '$each') return [argument]
  const [, extra] = Object.keys(argument)
  if (extra !== undefined) throw badValue(`Found unexpected fields after $each in $addToSet: ${show(argument)}`)
  const each: unknown = argument.$each
  if (Array.isArray(each)) return each
  throw typeMismatch(`The argument to $each in $addToSet must be an array but it was of type ${typeOf(each).alias}`)
}

// A document without operators need only match: `{ b: 1 }` also takes `{ b: 1, c: 2 }` out. Operators and patterns
// are asked as if the element were a field, so an array inside the array counts by its own elements.
function pullTest(argument: unknown, scope: Scope): Test {
  if (isRegex(argument) || isElementCondition(argument)) {
    const matches = atPath('', compileCondition('', argument, scope))
    return (element) => matches({ '': element })
  }
  if (!isDocument(argument)) return (element) => equalValues(element, argument, scope.strings)
  const matches = scope.filter(argument)
  return (element) => isDocument(element) && matches(element)
}

function removing(operator: string, test: Test): Leaf {
  return (current) => {
    if (current === undefined) return undefined
    if (!Array.isArray(current)) throw badValue(`Cannot apply ${operator} to a non-array value`)
    const next = current.filter((element) => !test(element))
    return next.length === current.length ? current : next
  }
}

function pop(argument: unknown, path: string): Leaf {
  const direction = toNumber(argument)
  if (direction === undefined) throw failedToParse(`Expected a number in: ${showField(path, argument)}`)
  if (direction !== 1 && direction !== -1) throw failedToParse(`$pop expects 1 or -1, found: ${direction}`)
  return (current, place) => {
    if (current === undefined) return undefined
    if (!Array.isArray(current)) {
      throw typeMismatch(`Path '${place.path}' contains an element of non-array type '${typeOf(current).alias}'`)
    }
    if (current.length === 0) return current
    return direction === 1 ? current.slice(0, -1) : current.slice(1)
  }
}
