import { BSONRegExp, BSONSymbol } from 'bson'
import { compareValues, regexOf } from '../../bson/order.js'
import { bounded } from './bounded.js'
import type { Test } from './path.js'
import { compileRegex } from './regex.js'

/** Whether the value is a regular expression. */
export const isRegex = (value: unknown): value is RegExp | BSONRegExp =>
  value instanceof RegExp || value instanceof BSONRegExp

/** A pattern finds the strings it matches, and the same pattern stored as a value. */
export function regexTest(regex: RegExp | BSONRegExp): Test {
  const { pattern, options } = regexOf(regex)
  return patternTest(pattern, options)
}

/** As `regexTest`, from pattern and options. */
export function patternTest(pattern: string, options: string): Test {
  const compiled = compileRegex(pattern, options)
  const within = bounded(compiled)
  const finds = (text: string): boolean => within(text, () => compiled.test(text))
  const asValue = new BSONRegExp(pattern, options)
  return (value) => {
    if (typeof value === 'string') return finds(value)
    if (value instanceof BSONSymbol) return finds(value.value)
    return isRegex(value) && compareValues(value, asValue) === 0
  }
}
