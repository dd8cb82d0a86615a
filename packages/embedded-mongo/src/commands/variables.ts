import { evaluateLet, variablesOf } from '../aggregate/expressions.js'
import type { Arguments } from '../arguments.js'
import { isDocument } from '../bson/fields.js'
import type { StringOrder } from '../bson/strings.js'
import { MongoError } from '../errors.js'

/** The variables of a command's `let`, whose values are expressions that no document is at hand for, and `NOW`. */
export function readVariables(args: Arguments, strings: StringOrder | undefined): Record<string, unknown> {
  const now = variablesOf(undefined)
  const expressions = args.embedded('let') ?? {}
  if (readsDocument(expressions))
    throw new MongoError(
      4890500,
      'Command let Expression tried to access a field, but this is not allowed because command let expressions run before the query examines any documents.',
    )
  return { ...now, ...evaluateLet(expressions, {}, { vars: now, strings }) }
}

function readsDocument(expression: unknown): boolean {
  if (typeof expression === 'string') return /^\$(?!\$)|^\$\$(ROOT|CURRENT)\b/.test(expression)
  if (Array.isArray(expression)) return expression.some(readsDocument)
  return isDocument(expression) && !('$literal' in expression) && Object.values(expression).some(readsDocument)
}
