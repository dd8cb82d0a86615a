import type { Document } from 'bson'
import type { StringOrder } from '../bson/strings.js'
import { checkedName, compile } from './expressions/compile.js'
import type { Env } from './expressions/expression.js'

export type { Env } from './expressions/expression.js'

/** What an expression may use besides the document: variables of `let`, and a collation. */
export interface ExpressionOptions {
  vars?: Document | undefined
  strings?: StringOrder | undefined
}

/** Compiles an expression over a document. `undefined` as a result means missing. */
export function compileExpression(spec: unknown, options: ExpressionOptions = {}): (doc: Document) => unknown {
  const vars = variablesOf(options.vars)
  const evaluate = compileWith(spec, { vars, strings: options.strings })
  return (doc) => evaluate({ root: doc, vars })
}

/** As `compileExpression`, for callers that bring the whole environment. */
export function compileWith(spec: unknown, options: ExpressionOptions, names: string[] = []): (env: Env) => unknown {
  const known = new Set([...Object.keys(options.vars ?? {}), ...names])
  return compile(spec, { names: known, strings: options.strings, depth: 0 })
}

/** Variables with `NOW`, which stays the same for a whole command. */
export const variablesOf = (vars: Document | undefined): Document =>
  vars && Object.hasOwn(vars, 'NOW') ? vars : { NOW: new Date(), ...vars }

/** Evaluates the `let` of a command or `$lookup` into variables. */
export function evaluateLet(spec: Document, doc: Document, options: ExpressionOptions = {}): Document {
  return Object.fromEntries(
    Object.entries(spec).map(([name, part]) => [checkedName(name), compileExpression(part, options)(doc)]),
  )
}
