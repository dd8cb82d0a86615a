import { entryOf, isDocument } from '../../bson/fields.js'
import { typeOf } from '../../bson/order.js'
import { MongoError, mongoError } from '../../errors.js'
import { parseDate } from './conversions.js'
import { dayOfYear, isoDay, isoWeek, week } from './dates.js'
import { type Compiler, type Env, type Expression, isNullish, type Operators } from './expression.js'
import { asDate, fromLocalTime, localTime, offsetAt, zoneFrom } from './zones.js'

/** Dates as text, both ways. */
export const dateText: Operators = {
  $dateToString: compileToString,
  $dateFromString: compileFromString,
}

function compileToString(argument: unknown, compiler: Compiler): Expression {
  const parts = readParts('$dateToString', argument, ['date', 'format', 'timezone', 'onNull'], compiler)
  const { date, format, timezone, onNull } = parts
  if (!date) throw mongoError(18628, "Missing 'date' parameter to $dateToString")
  return (env) => {
    const value = date(env)
    const zone = timezone ? timezone(env) : 'UTC'
    const pattern = format ? format(env) : defaultFormat(zone)
    if (isNullish(value)) return onNull ? onNull(env) : null
    if (isNullish(zone) || isNullish(pattern)) return null
    if (typeof pattern !== 'string')
      throw mongoError(18533, `$dateToString requires that 'format' be a string, found: ${typeOf(pattern).alias}`)
    return formatDate(asDate(value), pattern, zoneFrom(zone))
  }
}

const defaultFormat = (zone: unknown): string => (zone === 'UTC' ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L')

function formatDate(date: Date, format: string, zone: string): string {
  const local = localTime(date, zone)
  const offset = Math.round(offsetAt(date.getTime(), zone) / 60_000)
  if (/%$/.test(format.replaceAll('%%', ''))) throw mongoError(18535, "Unmatched '%' at end of format string")
  return format.replace(/%([\s\S])/g, (_whole, letter: string) => {
    const write = entryOf(fields, letter)
    if (!write) throw mongoError(18536, `Invalid format character '%${letter}' in format string`)
    return write(local, offset)
  })
}

const digits = (value: number, count = 2): string => String(Math.abs(value)).padStart(count, '0')

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const fields: Record<string, (date: Date, offset: number) => string> = {
  Y: (date) => digits(date.getUTCFullYear(), 4),
  m: (date) => digits(date.getUTCMonth() + 1),
  d: (date) => digits(date.getUTCDate()),
  H: (date) => digits(date.getUTCHours()),
  M: (date) => digits(date.getUTCMinutes()),
  S: (date) => digits(date.getUTCSeconds()),
  L: (date) => digits(date.getUTCMilliseconds(), 3),
  j: (date) => digits(dayOfYear(date), 3),
  w: (date) => String(date.getUTCDay() + 1),
  u: (date) => String(isoDay(date)),
  U: (date) => digits(week(date)),
  V: (date) => digits(isoWeek(date).week),
  G: (date) => digits(isoWeek(date).year, 4),
  b: (date) => (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3),
  B: (date) => MONTHS[date.getUTCMonth()] ?? '',
  z: (_date, offset) => `${offset < 0 ? '-' : '+'}${digits(Math.trunc(offset / 60))}${digits(offset % 60)}`,
  Z: (_date, offset) => `${offset < 0 ? '-' : '+'}${digits(offset, 3)}`,
  '%': () => '%',
}

function compileFromString(argument: unknown, compiler: Compiler): Expression {
  const parts = readParts(
    '$dateFromString',
    argument,
    ['dateString', 'format', 'timezone', 'onError', 'onNull'],
    compiler,
  )
  const { dateString, onError, onNull } = parts
  if (!dateString) throw mongoError(40542, "Missing 'dateString' parameter to $dateFromString")
  return (env) => {
    const text = dateString(env)
    if (isNullish(text)) return onNull ? onNull(env) : null
    try {
      return readDate(text, parts, env)
    } catch (error) {
      if (onError && error instanceof MongoError && error.code === 241) return onError(env)
      throw error
    }
  }
}

function readDate(text: unknown, { format, timezone }: Record<string, Expression | undefined>, env: Env): Date | null {
  if (typeof text !== 'string') {
    throw new MongoError(241, `$dateFromString requires that 'dateString' be a string, found: ${typeOf(text).alias}`)
  }
  const zone = timezone ? timezone(env) : 'UTC'
  const pattern = format?.(env)
  if (isNullish(zone) || (format && isNullish(pattern))) return null
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/i.test(text) && /[T ]\d/.test(text)
  const date = typeof pattern === 'string' ? parseFormat(text, pattern) : parseDate(text)
  if (!date) throw new MongoError(241, `Error parsing date string '${text}'`)
  return hasZone ? date : fromLocalTime(date, zoneFrom(zone))
}

const readers: Record<string, string> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  L: '(?<L>\\d{1,3})',
  z: '(?<z>[+-]\\d{2}:?\\d{2}|Z)',
  '%': '%',
}

function parseFormat(text: string, format: string): Date | undefined {
  const pattern = format.replace(/%([\s\S])|[.*+?^${}()|[\]\\]/g, (part, letter?: string) => {
    if (letter === undefined) return `\\${part}`
    const reader = entryOf(readers, letter)
    if (!reader) throw mongoError(18536, `Invalid format character '%${letter}' in format string`)
    return reader
  })
  const found = new RegExp(`^${pattern}$`).exec(text)?.groups
  if (!found) return undefined
  const { Y = '1970', m = '1', d = '1', H = '0', M = '0', S = '0', L = '0', z = 'Z' } = found
  const local = Date.UTC(Number(Y), Number(m) - 1, Number(d), Number(H), Number(M), Number(S), Number(L))
  return new Date(local - offsetAt(local, z))
}

function readParts(
  name: string,
  argument: unknown,
  allowed: string[],
  compiler: Compiler,
): Record<string, Expression | undefined> {
  if (!isDocument(argument)) throw mongoError(18629, `${name} only supports an object as its argument`)
  const extra = Object.keys(argument).find((key) => !allowed.includes(key))
  if (extra !== undefined) throw mongoError(18534, `Unrecognized argument to ${name}: ${extra}`)
  return Object.fromEntries(Object.entries(argument).map(([key, spec]) => [key, compiler.compile(spec)]))
}
