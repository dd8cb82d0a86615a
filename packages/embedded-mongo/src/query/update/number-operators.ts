import { Double, Int32, Long } from 'bson'
import { add, bigintOf, integer, multiply } from '../../bson/arithmetic.js'
import { entryOf, isDocument } from '../../bson/fields.js'
import { isNumber } from '../../bson/numbers.js'
import { identicalValues, typeOf, types } from '../../bson/order.js'
import { show, showField } from '../../bson/show.js'
import { badValue, typeMismatch } from '../../errors.js'
import { type Leaf, type LeafMaker, lastPart, type Place, showId } from './leaf.js'

/** Operators that calculate. */
export const numberOperators: Record<string, LeafMaker> = {
  $inc: (argument, path) => {
    if (!isNumber(argument))
      throw typeMismatch(`Cannot increment with non-numeric argument: {${showField(path, argument)}}`)
    return arithmetic('$inc', (current) => (current === undefined ? typed(argument) : add(current, argument)))
  },
  $mul: (argument, path) => {
    if (!isNumber(argument))
      throw typeMismatch(`Cannot multiply with non-numeric argument: {${showField(path, argument)}}`)
    return arithmetic('$mul', (current) => multiply(current ?? new Int32(0), argument))
  },
  $bit: bit,
}

function arithmetic(operator: string, calculate: (current: unknown) => unknown): Leaf {
  return (current, place) => {
    if (current !== undefined && !isNumber(current)) throw notNumeric(operator, current, place)
    const next = calculate(current)
    if (next !== undefined) return identicalValues(current, next) ? current : next
    throw badValue(
      `Failed to apply ${operator} operations to current value ((${numberName(current)})${show(current)}) for document ${showId(place.root)}`,
    )
  }
}

const notNumeric = (operator: string, current: unknown, { root, path }: Place): Error =>
  typeMismatch(
    `Cannot apply ${operator} to a value of non-numeric type. ${showId(root)} has the field '${lastPart(path)}' of non-numeric type ${typeOf(current).alias}`,
  )

const numberName = (value: unknown): string => (typeOf(value) === types.long ? 'NumberLong' : 'NumberInt')

// Plain numbers come from callers inside the process; what is stored always has a BSON type.
function typed(value: unknown): unknown {
  if (typeof value === 'bigint') return Long.fromBigInt(value)
  if (typeof value !== 'number') return value
  return typeOf(value) === types.int ? new Int32(value) : new Double(value)
}

const bitwise: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

function bit(argument: unknown): Leaf {
  if (!isDocument(argument)) {
    throw badValue(
      `The $bit modifier is not compatible with a ${typeOf(argument).alias}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    )
  }
  const steps = Object.entries(argument).map(([name, operand]) => bitStep(name, operand, argument))
  if (steps.length === 0) {
    throw badValue('You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}')
  }
  return (current, { root, path }) => {
    if (current !== undefined && !isInteger(current)) {
      throw badValue(
        `Cannot apply $bit to a value of non-integral type.${showField('_id', root._id)} has the field ${lastPart(path)} of non-integer type ${typeOf(current).alias}`,
      )
    }
    const next = steps.reduce<unknown>((value, step) => step(value), current ?? new Int32(0))
    return identicalValues(current, next) ? current : next
  }
}

function bitStep(name: string, operand: unknown, all: unknown): (value: unknown) => unknown {
  const operation = entryOf(bitwise, name)
  if (!operation) {
    throw badValue(
      `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${show(all)}}`,
    )
  }
  if (!isInteger(operand)) {
    throw badValue(
      `The $bit modifier field must be an Integer(32/64 bit); a '${typeOf(operand).alias}' is not supported here: {${showField(name, operand)}}`,
    )
  }
  return (value) => {
    const wide = typeOf(value) === types.long || typeOf(operand) === types.long
    return integer(operation(bigintOf(value), bigintOf(operand)), wide ? 'long' : 'int')
  }
}

const isInteger = (value: unknown): boolean => typeOf(value) === types.int || typeOf(value) === types.long
