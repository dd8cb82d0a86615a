import { isDocument } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { show } from '../../bson/show.js'
import { mongoError } from '../../errors.js'
import { elementTest } from '../match/operators.js'
import { type FilterOptions, scopeFor } from '../match.js'
import type { SpecialOperators } from './parse.js'
import type { Projection } from './tree.js'

/** `$slice` and `$elemMatch` as `find` knows them. */
export const findOperators =
  (options: FilterOptions): SpecialOperators =>
  (path, operator, operand) => {
    if (operator === '$slice') return slice(operand)
    return operator === '$elemMatch' ? elemMatch(path, operand, options) : undefined
  }

function slice(operand: unknown): Projection | undefined {
  const count = toNumber(operand)
  if (count !== undefined)
    return { kind: 'map', map: (value) => (Array.isArray(value) ? firstOrLast(value, count) : value) }
  if (!Array.isArray(operand)) {
    throw mongoError(
      28667,
      `Invalid $slice syntax. The given syntax { $slice: ${show(operand)} } did not match the find() syntax because :: Location31273: $slice only supports numbers and [skip, limit] arrays`,
    )
  }
  const [skip, limit] = operand.map(toNumber)
  // Anything else may be the expression of the same name.
  if (operand.length !== 2 || skip === undefined || limit === undefined) return undefined
  if (limit <= 0) throw mongoError(28724, `$slice limit must be positive`)
  return {
    kind: 'map',
    map: (value) => {
      if (!Array.isArray(value)) return value
      const start = skip < 0 ? Math.max(value.length + skip, 0) : skip
      return value.slice(start, start + limit)
    },
  }
}

const firstOrLast = (array: unknown[], count: number): unknown[] => {
  const whole = Math.trunc(count)
  if (whole === 0) return []
  return whole < 0 ? array.slice(whole) : array.slice(0, whole)
}

function elemMatch(path: string, operand: unknown, options: FilterOptions): Projection {
  if (!isDocument(operand))
    throw mongoError(31274, `elemMatch: Invalid argument, object required, but got ${show(operand)}`)
  if (path.includes('.')) throw mongoError(31275, 'Cannot use $elemMatch projection on a nested field.')
  const test = elementTest(operand, scopeFor(options))
  return {
    kind: 'compute',
    neutral: true,
    compute: ({ value }) => {
      const found = Array.isArray(value) ? value.findIndex((element: unknown) => test(element)) : -1
      return Array.isArray(value) && found >= 0 ? [value[found]] : undefined
    },
  }
}
