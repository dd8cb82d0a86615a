import type { Document } from 'bson'
import { isDocument } from '../../bson/fields.js'
import type { StringOrder } from '../../bson/strings.js'
import { type MongoError, mongoError } from '../../errors.js'

/** What an expression can see: the document, and the variables by name without dollars. */
export interface Env {
  root: Document
  vars: Readonly<Record<string, unknown>>
}

/** A compiled expression; `undefined` is MongoDB's "missing". */
export type Expression = (env: Env) => unknown

/** Compiles the parts of an expression; `names` are variables that exist only inside that part. */
export interface Compiler {
  compile: (spec: unknown, names?: string[]) => Expression
  strings: StringOrder | undefined
}

/** Compiles one operator with its argument. */
export type Operator = (argument: unknown, compiler: Compiler, name: string) => Expression

export type Operators = Record<string, Operator>

/** What an operator over plain values needs besides them. */
export interface Call {
  name: string
  strings: StringOrder | undefined
}

/** An operator that takes between `least` and `most` arguments and only looks at their values. */
export function values(least: number, most: number, apply: (values: unknown[], call: Call) => unknown): Operator {
  return (argument, compiler, name) => {
    const specs: unknown[] = Array.isArray(argument) ? argument : [argument]
    checkCount(name, specs.length, least, most)
    const parts = specs.map((spec) => compiler.compile(spec))
    const call = { name, strings: compiler.strings }
    return (env) =>
      apply(
        parts.map((part) => part(env)),
        call,
      )
  }
}

function checkCount(name: string, count: number, least: number, most: number): void {
  if (count >= least && count <= most) return
  if (least === most) {
    throw mongoError(16020, `Expression ${name} takes exactly ${least} arguments. ${count} were passed in.`)
  }
  throw mongoError(
    28667,
    `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${count} were passed in.`,
  )
}

/** An operator of one argument. */
export const unary = (apply: (value: unknown, call: Call) => unknown): Operator =>
  values(1, 1, ([value], call) => apply(value, call))

/** An operator of two arguments. */
export const binary = (apply: (a: unknown, b: unknown, call: Call) => unknown): Operator =>
  values(2, 2, ([a, b], call) => apply(a, b, call))

/** An operator of one argument that answers null for null and for missing. */
export const nullable = (apply: (value: unknown, call: Call) => unknown): Operator =>
  unary((value, call) => (isNullish(value) ? null : apply(value, call)))

/** Reads an argument made of named parts, compiling each that is there and refusing others. */
export function named<Name extends string>(
  argument: unknown,
  compiler: Compiler,
  operator: string,
  parts: { required: Name[]; optional?: Name[]; code: number },
): Partial<Record<Name, Expression>> {
  if (!isDocument(argument)) {
    throw mongoError(parts.code, `${operator} only supports an object as its argument`)
  }
  const allowed: string[] = [...parts.required, ...(parts.optional ?? [])]
  for (const key of Object.keys(argument)) {
    if (!allowed.includes(key)) throw mongoError(parts.code, `Unrecognized argument to ${operator}: ${key}`)
  }
  for (const key of parts.required) {
    if (!Object.hasOwn(argument, key)) throw mongoError(parts.code, `Missing '${key}' parameter to ${operator}`)
  }
  const compiled: Partial<Record<Name, Expression>> = {}
  for (const key of [...parts.required, ...(parts.optional ?? [])]) {
    if (Object.hasOwn(argument, key)) compiled[key] = compiler.compile(argument[key])
  }
  return compiled
}

/** Null, undefined or missing. */
export const isNullish = (value: unknown): value is null | undefined => value === null || value === undefined

/** The environment with more variables. */
export const withVars = (env: Env, vars: Record<string, unknown>): Env => ({
  root: env.root,
  vars: { ...env.vars, ...vars },
})

/** Fails with the error unless the condition holds. */
export function demand(condition: boolean, error: () => MongoError): asserts condition {
  if (!condition) throw error()
}
