import { createContext, Script } from 'node:vm'
import { MongoError } from '../../errors.js'

/** Searches a text with a pattern: `search` does it, and is cut off when it takes too long. */
export type Bounded = <Result>(text: string, search: () => Result) => Result

/** How long one pattern may search one text. */
const longestSearch = 500

/** Up to this length even the square of a text's length is little work. */
const shortText = 2000

/**
 * Limits what a pattern may cost. JavaScript's engine has no limit of its own: `^(a+)+$` and forty letters would hold
 * up everyone for hours. The watch costs more than a usual search, so patterns that cannot run away go without.
 */
export function bounded(regex: RegExp): Bounded {
  const { repeats, forks } = choicesOf(regex.source)
  if (repeats === 0 && forks <= 8) return (_, search) => search()
  const square = repeats === 1 && forks === 0
  return (text, search) => (square && text.length <= shortText ? search() : watched(search))
}

/** Where a search may have to try again: once per letter (a repetition, a back reference), or in one other way. */
export function choicesOf(source: string): { repeats: number; forks: number } {
  const choices = source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*(?:\]|$)|\(\?/g, (token) =>
    /^\\[1-9k]/.test(token) ? '*' : '',
  )
  const repeats = choices.match(/[*+{]/g)?.length ?? 0
  const lazy = choices.match(/[*+}]\?/g)?.length ?? 0
  return { repeats, forks: (choices.match(/[?|]/g)?.length ?? 0) - lazy }
}

const place: { search?: () => unknown } = {}
const context = createContext(place)
const script = new Script('search()')

// Only what runs as a script can be cut off, and it hands no values back but by what it calls.
function watched<Result>(search: () => Result): Result {
  const found: Result[] = []
  place.search = () => found.push(search())
  try {
    script.runInContext(context, { timeout: longestSearch })
  } catch (error) {
    if (isTimeout(error))
      throw new MongoError(51156, 'Error occurred while executing the regular expression: match limit exceeded')
    throw error
  }
  return only(found)
}

function only<Result>([found]: Result[]): Result {
  if (found === undefined) throw new MongoError(1, 'a search with a regular expression came to no result')
  return found
}

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
