import { isDocument } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { typeOf } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { mongoError } from '../../errors.js'
import { isTruthy } from './conditions.js'
import { type Compiler, type Expression, isNullish, type Operators, withVars } from './expression.js'

/** Operators that run another expression, with variables of its own. */
export const iterations: Operators = {
  $filter: compileFilter,
  $map: compileMap,
  $reduce: compileReduce,
  $let: compileLet,
}

function compileFilter(argument: unknown, compiler: Compiler): Expression {
  const parts = read('$filter', 28646, argument, ['input', 'cond'], ['as', 'limit'])
  const name = typeof parts.as === 'string' ? parts.as : 'this'
  const input = compiler.compile(parts.input)
  const condition = compiler.compile(parts.cond, [name])
  const limit = Object.hasOwn(parts, 'limit') ? compiler.compile(parts.limit) : undefined
  return (env) => {
    const array = input(env)
    if (isNullish(array)) return null
    if (!Array.isArray(array)) throw mongoError(28651, `input to $filter must be an array not ${typeOf(array).alias}`)
    const most = limit ? (toNumber(limit(env)) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
    if (most < 1) throw mongoError(327392, "$filter: 'limit' must be greater than 0")
    const kept: unknown[] = []
    for (const element of array) {
      if (kept.length >= most) break
      if (isTruthy(condition(withVars(env, { [name]: element })))) kept.push(element)
    }
    return kept
  }
}

function compileMap(argument: unknown, compiler: Compiler): Expression {
  const parts = read('$map', 16878, argument, ['input', 'in'], ['as'])
  const name = typeof parts.as === 'string' ? parts.as : 'this'
  const input = compiler.compile(parts.input)
  const each = compiler.compile(parts.in, [name])
  return (env) => {
    const array = input(env)
    if (isNullish(array)) return null
    if (!Array.isArray(array)) throw mongoError(16883, `input to $map must be an array not ${typeOf(array).alias}`)
    return array.map((element: unknown) => each(withVars(env, { [name]: element })) ?? null)
  }
}

function compileReduce(argument: unknown, compiler: Compiler): Expression {
  const parts = read('$reduce', 40075, argument, ['input', 'initialValue', 'in'], [])
  const input = compiler.compile(parts.input)
  const initial = compiler.compile(parts.initialValue)
  const step = compiler.compile(parts.in, ['value', 'this'])
  return (env) => {
    const array = input(env)
    if (isNullish(array)) return null
    if (!Array.isArray(array))
      throw mongoError(40080, `$reduce requires that 'input' be an array, found: ${show(array)}`)
    return array.reduce(
      (value: unknown, element: unknown) => step(withVars(env, { value, this: element })),
      initial(env),
    )
  }
}

function compileLet(argument: unknown, compiler: Compiler): Expression {
  const parts = read('$let', 16874, argument, ['vars', 'in'], [])
  if (!isDocument(parts.vars)) throw mongoError(16876, 'invalid parameter: expected an object (vars)')
  const vars = Object.entries(parts.vars).map(([name, spec]) => ({ name, value: compiler.compile(spec) }))
  const body = compiler.compile(
    parts.in,
    vars.map(({ name }) => name),
  )
  return (env) => body(withVars(env, Object.fromEntries(vars.map(({ name, value }) => [name, value(env)]))))
}

function read(
  name: string,
  code: number,
  argument: unknown,
  required: string[],
  optional: string[],
): Record<string, unknown> {
  if (!isDocument(argument)) throw mongoError(code, `${name} only supports an object as its argument`)
  const extra = Object.keys(argument).find((key) => !required.includes(key) && !optional.includes(key))
  if (extra !== undefined) throw mongoError(code + 1, `Unrecognized parameter to ${name}: ${extra}`)
  const missing = required.find((key) => !Object.hasOwn(argument, key))
  if (missing !== undefined) throw mongoError(code + 2, `Missing '${missing}' parameter to ${name}`)
  return argument
}
