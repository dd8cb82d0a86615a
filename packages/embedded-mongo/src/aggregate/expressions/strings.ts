import { BSONSymbol, Int32 } from 'bson'
import { toNumber } from '../../bson/numbers.js'
import { typeOf } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { compareStrings } from '../../bson/strings.js'
import { mongoError, typeMismatch } from '../../errors.js'
import { textFrom } from './conversions.js'
import {
  binary,
  type Expression,
  isNullish,
  named,
  type Operator,
  type Operators,
  unary,
  values,
} from './expression.js'

/** Operators on text. Positions count code points (`CP`) or bytes of UTF-8. */
export const strings: Operators = {
  $concat: values(0, Number.POSITIVE_INFINITY, (parts) => {
    if (parts.some(isNullish)) return null
    return parts
      .map((part) => requireText('$concat', 16702, part, `$concat only supports strings, not ${typeOf(part).alias}`))
      .join('')
  }),
  $toLower: unary((value) => asText(value).toLowerCase()),
  $toUpper: unary((value) => asText(value).toUpperCase()),
  $strcasecmp: binary((a, b) => new Int32(compareStrings(asText(a).toUpperCase(), asText(b).toUpperCase()))),
  $substr: values(3, 3, substrBytes),
  $substrBytes: values(3, 3, substrBytes),
  $substrCP: values(3, 3, ([text, from, count]) => {
    const start = whole('$substrCP', 34450, from)
    const length = whole('$substrCP', 34452, count)
    if (start < 0) throw mongoError(34451, `$substrCP: starting index must be a non-negative integer`)
    if (length < 0) throw mongoError(34453, `$substrCP: length must be a non-negative integer`)
    return [...asText(text)].slice(start, start + length).join('')
  }),
  $strLenCP: unary((text) => new Int32([...lengthOf('$strLenCP', 34471, text)].length)),
  $strLenBytes: unary((text) => new Int32(Buffer.byteLength(lengthOf('$strLenBytes', 34473, text)))),
  $split: binary((text, separator) => {
    if (isNullish(text) || isNullish(separator)) return null
    const from = requireText(
      '$split',
      40085,
      text,
      `$split requires an expression that evaluates to a string as a first argument, found: ${typeOf(text).alias}`,
    )
    const by = requireText(
      '$split',
      40086,
      separator,
      `$split requires an expression that evaluates to a string as a second argument, found: ${typeOf(separator).alias}`,
    )
    if (by === '') throw mongoError(40087, '$split requires a non-empty separator')
    return from.split(by)
  }),
  $trim: trimming(true, true),
  $ltrim: trimming(true, false),
  $rtrim: trimming(false, true),
  $indexOfCP: values(2, 4, (parts) => indexOf(parts, (text) => [...text])),
  $indexOfBytes: values(2, 4, (parts) => indexOf(parts, (text) => [...Buffer.from(text)].map(String))),
  $replaceOne: replacing((text, find, replacement) => text.replace(find, () => replacement)),
  $replaceAll: replacing((text, find, replacement) => text.split(find).join(replacement)),
}

/** Text as `$toLower` and `$substrCP` read it: null is empty, numbers and dates are written out. */
function asText(value: unknown): string {
  if (isNullish(value)) return ''
  const text = textFrom(value)
  if (text === undefined || typeof value === 'boolean') {
    throw mongoError(16007, `can't convert from BSON type ${typeOf(value).alias} to String`)
  }
  return text
}

function requireText(_name: string, code: number, value: unknown, message: string): string {
  if (typeof value === 'string') return value
  if (value instanceof BSONSymbol) return value.value
  throw code === 14 ? typeMismatch(message) : mongoError(code, message)
}

const lengthOf = (name: string, code: number, text: unknown): string =>
  requireText(name, code, text, `${name} requires a string argument, found: ${typeOf(text).alias}`)

function whole(name: string, code: number, value: unknown): number {
  const number = toNumber(value)
  if (number !== undefined && Number.isInteger(number)) return number
  throw mongoError(
    code,
    `${name}: index must be a numeric type representable as a 32-bit integer (found ${typeOf(value).alias})`,
  )
}

function substrBytes([text, from, count]: unknown[]): string {
  const bytes = Buffer.from(asText(text))
  const start = Math.trunc(toNumber(from) ?? requireNumber('starting index', 16034, from))
  const length = Math.trunc(toNumber(count) ?? requireNumber('length', 16035, count))
  if (start < 0) throw mongoError(50752, `$substrBytes: starting index must be non-negative (got: ${start})`)
  const end = length < 0 ? bytes.length : start + length
  if (isContinuation(bytes[start]))
    throw mongoError(28656, '$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.')
  if (isContinuation(bytes[end]))
    throw mongoError(28657, '$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.')
  return bytes.subarray(start, end).toString()
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

function requireNumber(what: string, code: number, value: unknown): never {
  throw mongoError(code, `$substrBytes: ${what} must be a numeric type (is BSON type ${typeOf(value).alias})`)
}

function trimming(left: boolean, right: boolean): Operator {
  return (argument, compiler, name) => {
    const { input, chars } = named(argument, compiler, name, { required: ['input'], optional: ['chars'], code: 50696 })
    return (env) => {
      const text = input?.(env)
      const set = chars ? chars(env) : WHITE_SPACE
      if (isNullish(text) || isNullish(set)) return null
      const characters = [
        ...requireText(
          name,
          50699,
          text,
          `${name} requires its input to be a string, got ${show(text)} (of type ${typeOf(text).alias}) instead.`,
        ),
      ]
      const trimmed = new Set(
        requireText(
          name,
          50700,
          set,
          `${name} requires 'chars' to be a string, got ${show(set)} (of type ${typeOf(set).alias}) instead.`,
        ),
      )
      let start = 0
      let end = characters.length
      while (left && start < end && trimmed.has(characters[start] ?? '')) start++
      while (right && end > start && trimmed.has(characters[end - 1] ?? '')) end--
      return characters.slice(start, end).join('')
    }
  }
}

const WHITE_SPACE = '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'

function indexOf([text, part, from, to]: unknown[], unitsOf: (text: string) => string[]): Int32 | null {
  if (isNullish(text)) return null
  const units = unitsOf(
    requireText(
      '$indexOfCP',
      40093,
      text,
      `$indexOfCP requires a string as the first argument, found: ${typeOf(text).alias}`,
    ),
  )
  const wanted = unitsOf(
    requireText(
      '$indexOfCP',
      40094,
      part,
      `$indexOfCP requires a string as the second argument, found: ${typeOf(part).alias}`,
    ),
  )
  const start = from === undefined ? 0 : whole('$indexOfCP', 40096, from)
  const end = Math.min(to === undefined ? units.length : whole('$indexOfCP', 40096, to), units.length)
  for (let i = start; i + wanted.length <= end; i++) {
    if (wanted.every((unit, j) => units[i + j] === unit)) return new Int32(i)
  }
  return new Int32(-1)
}

function replacing(replace: (text: string, find: string, replacement: string) => string): Operator {
  return (argument, compiler, name) => {
    const parts = named(argument, compiler, name, { required: ['input', 'find', 'replacement'], code: 51751 })
    const read = (part: Expression | undefined, code: number, what: string) => (value: unknown) =>
      part && isNullish(value)
        ? null
        : requireText(name, code, value, `${name} requires that '${what}' be a string, found: ${show(value)}`)
    return (env) => {
      const text = read(parts.input, 51746, 'input')(parts.input?.(env))
      const find = read(parts.find, 51745, 'find')(parts.find?.(env))
      const replacement = read(parts.replacement, 51744, 'replacement')(parts.replacement?.(env))
      return text === null || find === null || replacement === null ? null : replace(text, find, replacement)
    }
  }
}
