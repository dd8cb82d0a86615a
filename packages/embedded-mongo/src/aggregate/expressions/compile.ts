import type { Document } from 'bson'
import { entryOf, getField, isDocument, setField, splitPath } from '../../bson/fields.js'
import { show } from '../../bson/show.js'
import type { StringOrder } from '../../bson/strings.js'
import { badValue, commandNotSupported, failedToParse, mongoError } from '../../errors.js'
import type { Compiler, Env, Expression } from './expression.js'
import { operators } from './operators.js'
import { fieldPath, valueAt } from './paths.js'

/** Where an expression stands: which variables it may use, and how deep it is. */
export interface Setting {
  names: ReadonlySet<string>
  strings: StringOrder | undefined
  depth: number
}

const DEEPEST_EXPRESSION = 200

/** Compiles any expression: a path, a variable, an operator, or a literal with expressions inside. */
export function compile(spec: unknown, setting: Setting): Expression {
  if (setting.depth > DEEPEST_EXPRESSION) throw failedToParse('expression is nested too deeply')
  const inner = { ...setting, depth: setting.depth + 1 }
  if (typeof spec === 'string') return spec.startsWith('$') ? compilePath(spec, setting) : () => spec
  if (Array.isArray(spec)) {
    const parts = spec.map((part: unknown) => compile(part, inner))
    return (env) => parts.map((part) => part(env) ?? null)
  }
  if (!isDocument(spec)) return () => spec
  const [first] = Object.keys(spec)
  return first?.startsWith('$') ? compileOperator(spec, first, inner) : compileObject(spec, inner)
}

function compilePath(spec: string, setting: Setting): Expression {
  if (!spec.startsWith('$$')) {
    const path = fieldPath(spec.slice(1))
    return (env) => valueAt(currentOf(env), path)
  }
  const [name = '', ...path] = splitPath(spec.slice(2))
  if (name === '') throw failedToParse('empty variable names are not allowed')
  if (!setting.names.has(name) && !systemVariables.has(name)) {
    if (name.startsWith('SEARCH_') || name === 'USER_ROLES') throw commandNotSupported(`The variable $$${name}`)
    throw mongoError(17276, `Use of undefined variable: ${name}`)
  }
  return (env) => valueAt(variable(name, env), path)
}

const systemVariables = new Set(['ROOT', 'CURRENT', 'REMOVE', 'NOW', 'CLUSTER_TIME'])

function variable(name: string, env: Env): unknown {
  if (name === 'ROOT') return env.root
  if (name === 'CURRENT') return currentOf(env)
  return name === 'REMOVE' ? undefined : getField(env.vars, name)
}

const currentOf = (env: Env): unknown => (Object.hasOwn(env.vars, 'CURRENT') ? env.vars.CURRENT : env.root)

function compileOperator(spec: Document, name: string, setting: Setting): Expression {
  const count = Object.keys(spec).length
  if (count > 1) {
    throw mongoError(
      15983,
      `an expression specification must contain exactly one field, the name of the expression. Found ${count} fields in ${show(spec)}`,
    )
  }
  const operator = entryOf(operators, name)
  if (operator) return operator(spec[name], compilerFor(setting), name)
  if (refused.has(name)) throw commandNotSupported(`The expression ${name}`)
  throw mongoError(168, `Unrecognized expression '${name}'`)
}

const refused = new Set([
  '$function',
  '$accumulator',
  '$meta',
  '$toHashedIndexKey',
  '$encStrContains',
  '$tsSecond',
  '$tsIncrement',
])

/** Whether there is an operator of this name, even one that is refused. */
export const isKnownOperator = (name: string): boolean => Object.hasOwn(operators, name) || refused.has(name)

const compilerFor = (setting: Setting): Compiler => ({
  strings: setting.strings,
  compile: (spec, names = []) =>
    compile(
      spec,
      names.length === 0 ? setting : { ...setting, names: new Set([...setting.names, ...names.map(checkedName)]) },
    ),
})

// Variables of the user's begin with a small letter, so that they never hide a system variable; CURRENT may be rebound.
export function checkedName(name: string): string {
  if (name === 'CURRENT' || /^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) return name
  throw failedToParse(`'${name}' starts with an invalid character for a user variable name`)
}

function compileObject(spec: Document, setting: Setting): Expression {
  const fields = Object.entries(spec).map(([name, part]) => {
    if (name.includes('.'))
      throw mongoError(16405, `FieldPath field names may not contain '.'. Consider using $getField or $setField.`)
    if (name.startsWith('$')) throw badValue(`field names may not start with '$' in an object expression: ${name}`)
    return { name, part: compile(part, setting) }
  })
  return (env) => {
    const result: Document = {}
    for (const { name, part } of fields) {
      const value = part(env)
      if (value !== undefined) setField(result, name, value)
    }
    return result
  }
}
