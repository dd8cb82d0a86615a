import { entryOf } from '../../bson/fields.js'
import { commandNotSupported } from '../../errors.js'

/** Rewrites what MongoDB's regular expressions write differently; what JavaScript cannot do is refused, not misread. */
export function translate(pattern: string): string {
  const literal = pattern.replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_whole, text: string) => text.replace(/[^\w\s]/g, '\\$&'))
  return literal.replace(/\\([\s\S])|\[:(\^?)(\w+):\]/g, (whole, letter?: string, not?: string, name?: string) =>
    letter === undefined ? posixClass(whole, not ?? '', name ?? '') : translateEscape(whole, letter),
  )
}

/** Option x: white space and comments do not count, except escaped or in a class. */
export const withoutComments = (pattern: string): string =>
  pattern.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*(?:\]|$)|\s+|#[^\n]*/g, (part) => (/^(\s|#)/.test(part) ? '' : part))

function translateEscape(whole: string, letter: string): string {
  const known = entryOf(escapes, letter)
  if (known !== undefined) return known
  // Before a letter or digit a backslash means something; before anything else it means the thing itself.
  if (/[a-zA-Z]/.test(letter)) {
    if (/[bBdDsSwWnrtfvxuckpP]/.test(letter)) return whole
    throw commandNotSupported(`The regular expression escape \\${letter}`)
  }
  return /[0-9^$\\.*+?()[\]{}|/]/.test(letter) ? whole : letter
}

const escapes: Record<string, string> = {
  '-': '\\x2d',
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
  a: '\\x07',
  e: '\\x1b',
  h: '[\\t \\xa0]',
  R: '(?:\\r\\n|[\\n\\v\\f\\r\\x85])',
}

function posixClass(whole: string, not: string, name: string): string {
  const members = entryOf(posix, name)
  if (members === undefined) return whole
  if (not !== '') throw commandNotSupported(`The regular expression class ${whole}`)
  return members
}

// Only ever written inside a class: `[[:alpha:]_]`.
const posix: Record<string, string> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '0-9A-Fa-f',
}
