import { Int32 } from 'bson'
import { isDocument } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { compareValues, equalValues, typeOf } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { mongoError } from '../../errors.js'
import { parseSort } from '../../query/sort.js'
import {
  binary,
  type Compiler,
  type Expression,
  isNullish,
  named,
  nullable,
  type Operators,
  unary,
  values,
} from './expression.js'
import { valueAtPath } from './paths.js'

/** Operators on whole arrays. */
export const arrays: Operators = {
  $isArray: unary((value) => Array.isArray(value)),
  $size: unary((value) => {
    if (Array.isArray(value)) return new Int32(value.length)
    throw mongoError(17124, `The argument to $size must be an array, but was of type: ${typeOf(value).alias}`)
  }),
  $arrayElemAt: binary((array, index) => {
    if (isNullish(array) || isNullish(index)) return null
    if (!Array.isArray(array))
      throw mongoError(28689, `$arrayElemAt's first argument must be an array, but is ${typeOf(array).alias}`)
    const at = toNumber(index)
    if (at === undefined)
      throw mongoError(28690, `$arrayElemAt's second argument must be a numeric value, but is ${typeOf(index).alias}`)
    if (!Number.isInteger(at))
      throw mongoError(
        28691,
        `$arrayElemAt's second argument must be representable as a 32-bit integer: ${show(index)}`,
      )
    return array.at(at)
  }),
  $first: nullable((array, { name }) => requireOne(name, array).at(0)),
  $last: nullable((array, { name }) => requireOne(name, array).at(-1)),
  $slice: values(2, 3, ([array, position, count]) => {
    if (isNullish(array) || isNullish(position) || count === null) return null
    if (!Array.isArray(array))
      throw mongoError(28724, `First argument to $slice must be an array, but is of type: ${typeOf(array).alias}`)
    const from = whole('Second', 28725, position)
    if (count === undefined) return from < 0 ? array.slice(from) : array.slice(0, from)
    const length = whole('Third', 28727, count)
    if (length <= 0) throw mongoError(28729, `Third argument to $slice must be positive: ${length}`)
    const start = from < 0 ? Math.max(array.length + from, 0) : from
    return array.slice(start, start + length)
  }),
  $in: binary((value, array, { strings }) => {
    if (!Array.isArray(array))
      throw mongoError(40081, `$in requires an array as a second argument, found: ${typeOf(array).alias}`)
    return array.some((element) => equalValues(element, value, strings))
  }),
  $concatArrays: values(0, Number.POSITIVE_INFINITY, (parts) => {
    if (parts.some(isNullish)) return null
    return parts.flatMap((part) => {
      if (Array.isArray(part)) return part
      throw mongoError(28664, `$concatArrays only supports arrays, not ${typeOf(part).alias}`)
    })
  }),
  $reverseArray: nullable((array) => {
    if (!Array.isArray(array))
      throw mongoError(34435, `The argument to $reverseArray must be an array, but was of type: ${typeOf(array).alias}`)
    return array.toReversed()
  }),
  $indexOfArray: values(2, 4, ([array, value, from = 0, to = Number.MAX_SAFE_INTEGER], { strings }) => {
    if (isNullish(array)) return null
    if (!Array.isArray(array))
      throw mongoError(40090, `$indexOfArray requires an array as a first argument, found: ${typeOf(array).alias}`)
    const start = toNumber(from) ?? 0
    const end = toNumber(to) ?? array.length
    return new Int32(array.findIndex((element, i) => i >= start && i < end && equalValues(element, value, strings)))
  }),
  $range: values(2, 3, ([start, end, step = 1]) => range(start, end, step)),
  $zip: compileZip,
  $sortArray: compileSortArray,
}

function requireOne(name: string, array: unknown): unknown[] {
  if (Array.isArray(array)) return array
  throw mongoError(28689, `${name}'s argument must be an array, but is ${typeOf(array).alias}`)
}

function whole(which: string, code: number, value: unknown): number {
  const number = toNumber(value)
  if (number === undefined)
    throw mongoError(code, `${which} argument to $slice must be numeric, but is of type: ${typeOf(value).alias}`)
  if (Number.isInteger(number)) return number
  throw mongoError(code + 1, `${which} argument to $slice can't be represented as a 32-bit integer: ${show(value)}`)
}

const LONGEST_RANGE = 4_000_000

function range(start: unknown, end: unknown, step: unknown): Int32[] {
  const [from, to, by] = [start, end, step].map((value, i) => {
    const number = toNumber(value)
    if (number === undefined)
      throw mongoError(
        [34443, 34445, 34447][i] ?? 34443,
        `$range requires a numeric value, found value of type: ${typeOf(value).alias}`,
      )
    if (!Number.isInteger(number))
      throw mongoError(
        [34444, 34446, 34448][i] ?? 34444,
        '$range requires a value that can be represented as a 32-bit integer',
      )
    return number
  })
  if (by === 0) throw mongoError(34449, '$range requires a non-zero step value')
  const count = Math.max(0, Math.ceil(((to ?? 0) - (from ?? 0)) / (by ?? 1)))
  if (count > LONGEST_RANGE) throw mongoError(146, '$range would use too much memory')
  return Array.from({ length: count }, (_, i) => new Int32((from ?? 0) + i * (by ?? 1)))
}

function compileZip(argument: unknown, compiler: Compiler): Expression {
  const parts = named(argument, compiler, '$zip', {
    required: ['inputs'],
    optional: ['useLongestLength', 'defaults'],
    code: 34464,
  })
  return (env) => {
    const inputs = parts.inputs?.(env)
    const defaults = parts.defaults?.(env)
    if (!Array.isArray(inputs))
      throw mongoError(34461, `inputs must be an array of expressions, found ${typeOf(inputs).alias}`)
    if (inputs.some(isNullish)) return null
    const columns = inputs.map((input: unknown) => {
      if (Array.isArray(input)) return input
      throw mongoError(34468, `$zip found a non-array expression in input: ${show(input)}`)
    })
    const lengths = columns.map((column) => column.length)
    const length = parts.useLongestLength?.(env) === true ? Math.max(0, ...lengths) : Math.min(...lengths)
    const filler: unknown[] = Array.isArray(defaults) ? defaults : []
    return Array.from({ length }, (_, row) =>
      columns.map((column, i) => (row < column.length ? column[row] : (filler[i] ?? null))),
    )
  }
}

function compileSortArray(argument: unknown, compiler: Compiler): Expression {
  if (!isDocument(argument))
    throw mongoError(2942500, `$sortArray requires an object as an argument, found: ${typeOf(argument).alias}`)
  if (!Object.hasOwn(argument, 'input')) throw mongoError(2942502, '$sortArray requires "input" to be specified')
  if (!Object.hasOwn(argument, 'sortBy')) throw mongoError(2942503, '$sortArray requires "sortBy" to be specified')
  const input = compiler.compile(argument.input)
  const order = elementOrder(argument.sortBy, compiler)
  return (env) => {
    const array = input(env)
    if (isNullish(array)) return null
    if (!Array.isArray(array))
      throw mongoError(
        2942504,
        `The input argument to $sortArray must be an array, but was of type: ${typeOf(array).alias}`,
      )
    return array.toSorted(order)
  }
}

function elementOrder(sortBy: unknown, { strings }: Compiler): (a: unknown, b: unknown) => number {
  if (!isDocument(sortBy)) {
    const direction = toNumber(sortBy) ?? 1
    return (a, b) => compareValues(a, b, strings) * direction
  }
  const { paths, directions } = parseSort(sortBy)
  return (a, b) => {
    for (const [i, path] of paths.entries()) {
      const order = compareValues(valueAtPath(a, path) ?? null, valueAtPath(b, path) ?? null, strings)
      if (order !== 0) return order * (directions[i] ?? 1)
    }
    return 0
  }
}
