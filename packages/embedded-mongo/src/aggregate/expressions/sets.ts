import { compareValues, typeOf } from '../../bson/order.js'
import type { StringOrder } from '../../bson/strings.js'
import { mongoError } from '../../errors.js'
import { isTruthy } from './conditions.js'
import { binary, isNullish, type Operators, unary, values } from './expression.js'

/** Operators that take arrays as sets; results are sorted, since a set has no order of its own. */
export const sets: Operators = {
  $setUnion: values(0, Number.POSITIVE_INFINITY, (parts, { strings }) => {
    if (parts.some(isNullish)) return null
    return distinct(
      parts.flatMap((part) => requireArray('$setUnion', 17043, part)),
      strings,
    )
  }),
  $setIntersection: values(0, Number.POSITIVE_INFINITY, (parts, { strings }) => {
    if (parts.some(isNullish)) return null
    const [first = [], ...rest] = parts.map((part) => requireArray('$setIntersection', 17047, part))
    return distinct(first, strings).filter((value) => rest.every((other) => has(other, value, strings)))
  }),
  $setDifference: binary((a, b, { strings }) => {
    if (isNullish(a) || isNullish(b)) return null
    const [from, without] = [requireArray('$setDifference', 17048, a), requireArray('$setDifference', 17049, b)]
    return from.filter((value, i) => !has(without, value, strings) && !has(from.slice(0, i), value, strings))
  }),
  $setEquals: values(2, Number.POSITIVE_INFINITY, (parts, { strings }) => {
    const [first = [], ...rest] = parts.map((part) => distinct(requireArray('$setEquals', 17044, part), strings))
    return rest.every((other) => compareValues(first, other, strings) === 0)
  }),
  $setIsSubset: binary((a, b, { strings }) => {
    const whole = requireArray('$setIsSubset', 17042, b)
    return requireArray('$setIsSubset', 17046, a).every((value) => has(whole, value, strings))
  }),
  $anyElementTrue: unary((array) => requireArray('$anyElementTrue', 17041, array).some(isTruthy)),
  $allElementsTrue: unary((array) => requireArray('$allElementsTrue', 17040, array).every(isTruthy)),
}

function requireArray(name: string, code: number, value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  throw mongoError(code, `All operands of ${name} must be arrays. One argument is of type: ${typeOf(value).alias}`)
}

const has = (array: unknown[], value: unknown, strings: StringOrder | undefined): boolean =>
  array.some((one) => compareValues(one, value, strings) === 0)

/** The distinct values, sorted. */
export function distinct(array: unknown[], strings?: StringOrder): unknown[] {
  const sorted = [...array].sort((a, b) => compareValues(a, b, strings))
  return sorted.filter((value, i) => i === 0 || compareValues(value, sorted[i - 1], strings) !== 0)
}
