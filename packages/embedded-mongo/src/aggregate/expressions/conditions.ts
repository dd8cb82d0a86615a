import { Int32 } from 'bson'
import { isDocument } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { compareValues } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { mongoError } from '../../errors.js'
import {
  binary,
  type Compiler,
  type Expression,
  isNullish,
  named,
  type Operator,
  type Operators,
  unary,
  values,
} from './expression.js'

/** Truth: everything but false, zero, null and missing. */
export const isTruthy = (value: unknown): boolean => !isNullish(value) && value !== false && toNumber(value) !== 0

/** Comparisons of any two values, logic and choice. */
export const conditions: Operators = {
  $cmp: binary((a, b, { strings }) => new Int32(compareValues(a, b, strings))),
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $not: unary((value) => !isTruthy(value)),
  $and: (argument, compiler) => {
    const parts = list(argument, compiler)
    return (env) => parts.every((part) => isTruthy(part(env)))
  },
  $or: (argument, compiler) => {
    const parts = list(argument, compiler)
    return (env) => parts.some((part) => isTruthy(part(env)))
  },
  $cond: compileCond,
  $ifNull: compileIfNull,
  $switch: compileSwitch,
  $literal: (argument) => () => argument,
  $const: (argument) => () => argument,
}

function comparing(accepts: (order: number) => boolean): Operator {
  return values(2, 2, ([a, b], { strings }) => accepts(compareValues(a, b, strings)))
}

const list = (argument: unknown, compiler: Compiler): Expression[] =>
  (Array.isArray(argument) ? argument : [argument]).map((spec: unknown) => compiler.compile(spec))

function compileCond(argument: unknown, compiler: Compiler): Expression {
  const parts = isDocument(argument) ? condFromObject(argument, compiler) : condFromList(argument, compiler)
  const [condition, yes, no] = parts
  return (env) => (isTruthy(condition?.(env)) ? yes?.(env) : no?.(env))
}

function condFromList(argument: unknown, compiler: Compiler): Expression[] {
  const parts = list(argument, compiler)
  if (parts.length !== 3)
    throw mongoError(16020, `Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`)
  return parts
}

const condParts: [string, number][] = [
  ['if', 17080],
  ['then', 17081],
  ['else', 17082],
]

function condFromObject(argument: Record<string, unknown>, compiler: Compiler): Expression[] {
  const extra = Object.keys(argument).find((key) => !['if', 'then', 'else'].includes(key))
  if (extra !== undefined) throw mongoError(17083, `Unrecognized parameter to $cond: ${extra}`)
  return condParts.map(([part, code]) => {
    if (!Object.hasOwn(argument, part)) throw mongoError(code, `Missing '${part}' parameter to $cond`)
    return compiler.compile(argument[part])
  })
}

function compileIfNull(argument: unknown, compiler: Compiler): Expression {
  const parts = list(argument, compiler)
  if (parts.length < 2) {
    throw mongoError(1257300, `$ifNull needs at least two arguments, had: ${parts.length}`)
  }
  return (env) => {
    let value: unknown
    for (const part of parts) {
      value = part(env)
      if (!isNullish(value)) return value
    }
    return value
  }
}

function compileSwitch(argument: unknown, compiler: Compiler): Expression {
  if (!isDocument(argument))
    throw mongoError(40060, `$switch requires an object as an argument, found: ${typeof argument}`)
  const { branches: specs } = argument
  if (!Array.isArray(specs)) throw mongoError(40061, `$switch expected an array for 'branches', found: ${typeof specs}`)
  const extra = Object.keys(argument).find((key) => key !== 'branches' && key !== 'default')
  if (extra !== undefined) throw mongoError(40067, `$switch found an unknown argument: ${extra}`)
  if (specs.length === 0) throw mongoError(40068, '$switch requires at least one branch')
  const branches = specs.map((spec: unknown) =>
    named(spec, compiler, '$switch', { required: ['case', 'then'], code: 40062 }),
  )
  const otherwise = Object.hasOwn(argument, 'default') ? compiler.compile(argument.default) : undefined
  return (env) => {
    const branch = branches.find((one) => isTruthy(one.case?.(env)))
    if (branch) return branch.then?.(env)
    if (otherwise) return otherwise(env)
    throw mongoError(
      40066,
      `$switch could not find a matching branch for an input, and no default was specified: ${show(argument)}`,
    )
  }
}
