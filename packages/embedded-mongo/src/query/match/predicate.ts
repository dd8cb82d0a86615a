import { splitPath } from '../../bson/fields.js'
import { type MatchDetails, someValue, type Test } from './path.js'

/** Decides about a whole document, and may note the array index the match was found at. */
export type Matcher = (doc: unknown, details?: MatchDetails) => boolean

/** A condition that does not know its path yet. */
export type Predicate = { test: Test; whole?: boolean } | { every: Predicate[] } | { not: Predicate }

/** Asks the predicate of what a path leads to. */
export function atPath(path: string, predicate: Predicate): Matcher {
  const parts = splitPath(path)
  if ('test' in predicate) {
    const leaf = { test: predicate.test, whole: predicate.whole ?? false }
    return (doc, details) => someValue(doc, parts, leaf, details)
  }
  if ('every' in predicate) return every(predicate.every.map((one) => atPath(path, one)))
  const inner = atPath(path, predicate.not)
  return (doc) => !inner(doc)
}

/** Asks the predicate of one array element as it is, as `$elemMatch: { $gt: 1 }` does. */
export function onElement(predicate: Predicate): Test {
  if ('test' in predicate) return predicate.test
  if ('every' in predicate) return every(predicate.every.map(onElement))
  const inner = onElement(predicate.not)
  return (value) => !inner(value)
}

/** All of several conditions. */
export function every(conditions: Test[]): Test {
  const [first, ...rest] = conditions
  if (!first) return () => true
  return rest.length === 0 ? first : (value, details) => conditions.every((condition) => condition(value, details))
}
