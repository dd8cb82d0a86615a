import { badValue, MongoError } from '../../errors.js'

/** MongoDB's limit for a pattern, in bytes. */
export const LONGEST_PATTERN = 32_764

/** Compiles a pattern with MongoDB's options (`i m s x u`) for JavaScript's engine. */
export function compileRegex(pattern: string, options: string): RegExp {
  if (Buffer.byteLength(pattern) > LONGEST_PATTERN) {
    throw new MongoError(51091, 'Regular expression is invalid: pattern string is longer than the limit of 32764 bytes')
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

// Unicode mode is how MongoDB reads text, but it rejects harmless escapes such as `\-`, which PCRE allows.
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
    throw new MongoError(51091, `Regular expression is invalid: ${error instanceof Error ? error.message : pattern}`)
  }
}

// Anchors that JavaScript does not have; `\\A` (an escaped backslash) stays as it is.
const translate = (pattern: string): string =>
  pattern.replace(/\\([\s\S])/g, (whole, letter: string) => anchors[letter] ?? whole)

const anchors: Record<string, string> = { A: '(?<![\\s\\S])', z: '(?![\\s\\S])', Z: '(?=\\n?(?![\\s\\S]))' }

// Option x: white space and comments do not count, except escaped or in a class.
const withoutComments = (pattern: string): string =>
  pattern.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\s+|#[^\n]*/g, (part) => (/^(\s|#)/.test(part) ? '' : part))
