import { BSONSymbol, type Document, Int32 } from 'bson'
import { isDocument } from '../../bson/fields.js'
import { regexOf } from '../../bson/order.js'
import { mongoError } from '../../errors.js'
import { type Bounded, bounded } from '../../query/match/bounded.js'
import { isRegex } from '../../query/match/pattern.js'
import { compileRegex } from '../../query/match/regex.js'
import { isNullish, named, type Operator, type Operators } from './expression.js'

/** Operators that search text with a pattern. */
export const regexes: Operators = {
  $regexMatch: searching(false, (text, regex) => (text !== null && regex ? regex.test(text) : false)),
  $regexFind: searching(false, (text, regex) => {
    const match = text !== null && regex ? regex.exec(text) : null
    return match ? describeMatch(match) : null
  }),
  $regexFindAll: searching(true, (text, regex) =>
    text !== null && regex ? Array.from(text.matchAll(regex), describeMatch) : [],
  ),
}

function searching(all: boolean, search: (text: string | null, regex: RegExp | null) => unknown): Operator {
  return (argument, compiler, name) => {
    if (!isDocument(argument))
      throw mongoError(51103, `${name} expects an object of named arguments but found: ${typeof argument}`)
    const parts = named(argument, compiler, name, { required: ['input', 'regex'], optional: ['options'], code: 31024 })
    const compiled = new Map<string, { regex: RegExp; within: Bounded }>()
    return (env) => {
      const text = readText(name, parts.input?.(env))
      const source = readPattern(name, parts.regex?.(env), parts.options?.(env))
      if (text === null || !source) return search(null, null)
      const key = `${source.options}/${source.pattern}`
      const known = compiled.get(key) ?? prepared(source.pattern, source.options, all)
      compiled.set(key, known)
      return known.within(text, () => search(text, known.regex))
    }
  }
}

function prepared(pattern: string, options: string, all: boolean): { regex: RegExp; within: Bounded } {
  const regex = compileRegex(pattern, options)
  return { regex: all ? new RegExp(regex.source, `${regex.flags}g`) : regex, within: bounded(regex) }
}

function readText(name: string, value: unknown): string | null {
  if (isNullish(value)) return null
  if (typeof value === 'string') return value
  if (value instanceof BSONSymbol) return value.value
  throw mongoError(51104, `${name} needs 'input' to be of type string`)
}

function readPattern(name: string, value: unknown, options: unknown): { pattern: string; options: string } | null {
  if (isNullish(value)) return null
  if (!isNullish(options) && typeof options !== 'string')
    throw mongoError(51106, `${name} needs 'options' to be of type string`)
  if (isRegex(value)) {
    const own = regexOf(value)
    if (own.options !== '' && options)
      throw mongoError(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`)
    return { pattern: own.pattern, options: own.options || (options ?? '') }
  }
  if (typeof value !== 'string') throw mongoError(51105, `${name} needs 'regex' to be of type string or regex`)
  return { pattern: value, options: options ?? '' }
}

const describeMatch = (match: RegExpExecArray): Document => ({
  match: match[0],
  idx: new Int32([...match.input.slice(0, match.index)].length),
  captures: match.slice(1).map((capture) => capture ?? null),
})
