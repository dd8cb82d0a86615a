import { badValue, MongoError } from '../../errors.js'
import { translate, withoutComments } from './pcre.js'

/** MongoDB's limit for a pattern, in bytes. */
export const LONGEST_PATTERN = 32_764

/** Compiles a pattern with MongoDB's options (`i m s x u`) for JavaScript's engine. */
export function compileRegex(pattern: string, options: string): RegExp {
  if (Buffer.byteLength(pattern) > LONGEST_PATTERN) {
    throw invalid(`pattern string is longer than the limit of ${LONGEST_PATTERN} bytes`)
  }
  if (pattern.includes('\0')) throw badValue('Regular expression cannot contain an embedded null byte')
  const wrong = /[^imsxug]/.exec(options)
  if (wrong) throw new MongoError(51108, ` invalid flag in regex options: ${wrong[0]}`)
  const inline = /^\(\?([imsx]+)\)/.exec(pattern)
  const all = options + (inline?.[1] ?? '')
  const body = inline ? pattern.slice(inline[0].length) : pattern
  return build(translate(all.includes('x') ? withoutComments(body) : body), flagsOf(all))
}

const flagsOf = (options: string): string => ['i', 'm', 's'].filter((flag) => options.includes(flag)).join('')

// MongoDB reads text as Unicode; only a lone bracket, which PCRE takes literally, needs the older mode.
function build(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, `${flags}u`)
  } catch {
    return buildWithoutUnicode(pattern, flags)
  }
}

function buildWithoutUnicode(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags)
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : pattern)
  }
}

const invalid = (why: string): MongoError => new MongoError(51091, `Regular expression is invalid: ${why}`)
