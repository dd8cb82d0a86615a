import { Long } from 'bson'
import { entryOf, isDocument } from '../../bson/fields.js'
import { toNumber } from '../../bson/numbers.js'
import { typeOf } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { mongoError } from '../../errors.js'
import { isoDay } from './dates.js'
import { type Compiler, type Env, type Expression, isNullish, type Operators } from './expression.js'
import { asDate, fromLocalTime, localTime, validDate, zoneFrom } from './zones.js'

/** Calculating with dates in calendar units. */
export const dateSteps: Operators = {
  $dateAdd: (argument, compiler) => compileStep('$dateAdd', argument, compiler, 1),
  $dateSubtract: (argument, compiler) => compileStep('$dateSubtract', argument, compiler, -1),
  $dateDiff: compileDiff,
  $dateTrunc: compileTrunc,
  $dateFromParts: compileFromParts,
}

const MILLISECONDS: Record<string, number> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
}

const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12 }

type Parts = Record<string, Expression | undefined>

function compileStep(name: string, argument: unknown, compiler: Compiler, sign: 1 | -1): Expression {
  const parts = read(name, argument, ['startDate', 'unit', 'amount'], ['timezone'], compiler)
  return (env) => {
    const amount = parts.amount?.(env)
    const given = common(parts, 'startDate', env)
    if (!given || isNullish(amount)) return null
    const count = toNumber(amount)
    if (count === undefined || !Number.isInteger(count))
      throw mongoError(5166405, `${name} expects integer amount of time units`)
    return validDate(step(given.date, given.unit, sign * count, given.zone))
  }
}

// Days and longer follow the calendar of the zone; hours and shorter are exact.
function step(date: Date, unit: string, count: number, zone: string): Date {
  const months = entryOf(MONTHS, unit)
  const milliseconds = entryOf(MILLISECONDS, unit) ?? 0
  if (months === undefined && milliseconds < 86_400_000) return new Date(date.getTime() + count * milliseconds)
  const local = localTime(date, zone)
  const moved =
    months === undefined ? new Date(local.getTime() + count * milliseconds) : addMonths(local, months * count)
  return fromLocalTime(validDate(moved), zone)
}

function addMonths(date: Date, count: number): Date {
  const target = new Date(date)
  target.setUTCDate(1)
  target.setUTCMonth(target.getUTCMonth() + count)
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date.getUTCDate(), last))
  return target
}

function compileDiff(argument: unknown, compiler: Compiler): Expression {
  const parts = read('$dateDiff', argument, ['startDate', 'endDate', 'unit'], ['timezone', 'startOfWeek'], compiler)
  return (env) => {
    const start = common(parts, 'startDate', env)
    const end = common(parts, 'endDate', env)
    if (!start || !end) return null
    const firstDay = weekStart(parts.startOfWeek?.(env))
    const count = (date: Date): number => unitNumber(localTime(date, start.zone), start.unit, firstDay)
    return Long.fromNumber(count(end.date) - count(start.date))
  }
}

/** The number of a unit since 1970, so that a difference counts the boundaries crossed. */
function unitNumber(local: Date, unit: string, firstDay: number): number {
  const months = entryOf(MONTHS, unit)
  if (months !== undefined) return Math.floor((local.getUTCFullYear() * 12 + local.getUTCMonth()) / months)
  const days = Math.floor(local.getTime() / 86_400_000)
  // 1 January 1970 was a Thursday, the fourth ISO day.
  if (unit === 'week') return Math.floor((days + 4 - firstDay) / 7)
  return Math.floor(local.getTime() / (entryOf(MILLISECONDS, unit) ?? 1))
}

function compileTrunc(argument: unknown, compiler: Compiler): Expression {
  const parts = read('$dateTrunc', argument, ['date', 'unit'], ['binSize', 'timezone', 'startOfWeek'], compiler)
  return (env) => {
    const given = common(parts, 'date', env)
    if (!given) return null
    const size = parts.binSize ? toNumber(parts.binSize(env)) : 1
    if (size === undefined || !Number.isInteger(size) || size < 1)
      throw mongoError(5439017, "$dateTrunc requires 'binSize' to be greater than 0")
    const local = localTime(given.date, given.zone)
    return fromLocalTime(truncate(local, given.unit, size, weekStart(parts.startOfWeek?.(env))), given.zone)
  }
}

// Bins are counted from the first of January 2000.
function truncate(local: Date, unit: string, size: number, firstDay: number): Date {
  const months = entryOf(MONTHS, unit)
  if (months !== undefined) {
    const since = (local.getUTCFullYear() - 2000) * 12 + local.getUTCMonth()
    return new Date(Date.UTC(2000, Math.floor(since / (months * size)) * months * size, 1))
  }
  const origin = new Date(Date.UTC(2000, 0, 1))
  const days = unit === 'week' ? (firstDay - isoDay(origin) + 7) % 7 : 0
  const start = origin.getTime() + days * 86_400_000
  const length = (entryOf(MILLISECONDS, unit) ?? 1) * size
  return new Date(start + Math.floor((local.getTime() - start) / length) * length)
}

function compileFromParts(argument: unknown, compiler: Compiler): Expression {
  const names = [
    'year',
    'month',
    'day',
    'hour',
    'minute',
    'second',
    'millisecond',
    'isoWeekYear',
    'isoWeek',
    'isoDayOfWeek',
  ]
  const parts = read('$dateFromParts', argument, [], [...names, 'timezone'], compiler)
  if (!parts.year && !parts.isoWeekYear)
    throw mongoError(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  return (env) => {
    const zone = parts.timezone ? parts.timezone(env) : 'UTC'
    const given = names.map((name) => (parts[name] ? parts[name](env) : undefined))
    if (isNullish(zone) || given.some((value, i) => value === null || (value === undefined && parts[names[i] ?? ''])))
      return null
    const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0, isoYear, isoWeek = 1, weekday = 1] =
      given.map(wholePart)
    const clock = ((hour * 60 + minute) * 60 + second) * 1000 + ms
    const start =
      isoYear === undefined
        ? Date.UTC(year ?? 1970, month - 1, day)
        : isoStart(isoYear) + ((isoWeek - 1) * 7 + weekday - 1) * 86_400_000
    return fromLocalTime(validDate(new Date(start + clock)), zoneFrom(zone))
  }
}

function isoStart(year: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4))
  return fourth.getTime() - (isoDay(fourth) - 1) * 86_400_000
}

function wholePart(value: unknown): number | undefined {
  const number = toNumber(value)
  if (value === undefined || (number !== undefined && Number.isInteger(number))) return number
  throw mongoError(40515, `$dateFromParts requires its parts to evaluate to an integer, found ${typeOf(value).alias}`)
}

function common(parts: Parts, name: string, env: Env): { date: Date; unit: string; zone: string } | null {
  const date = parts[name]?.(env)
  const unit = parts.unit?.(env)
  const zone = parts.timezone ? parts.timezone(env) : 'UTC'
  if (isNullish(date) || isNullish(unit) || isNullish(zone)) return null
  if (typeof unit !== 'string' || (entryOf(MONTHS, unit) === undefined && entryOf(MILLISECONDS, unit) === undefined)) {
    throw mongoError(9, `unknown time unit value: ${show(unit)}`)
  }
  return { date: asDate(date), unit, zone: zoneFrom(zone) }
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function weekStart(value: unknown): number {
  if (isNullish(value)) return 7
  const day = typeof value === 'string' ? WEEKDAYS.indexOf(value.toLowerCase().slice(0, 3)) + 1 : 0
  if (day === 0) throw mongoError(9, `unknown day of week value: ${show(value)}`)
  return day
}

function read(name: string, argument: unknown, required: string[], optional: string[], compiler: Compiler): Parts {
  if (!isDocument(argument)) throw mongoError(5166400, `${name} expects an object as its argument`)
  const extra = Object.keys(argument).find((key) => !required.includes(key) && !optional.includes(key))
  if (extra !== undefined) throw mongoError(5166401, `Unrecognized argument to ${name}: ${extra}`)
  const missing = required.find((key) => !Object.hasOwn(argument, key))
  if (missing !== undefined) throw mongoError(5166402, `${name} requires '${missing}' to be present`)
  return Object.fromEntries(Object.entries(argument).map(([key, spec]) => [key, compiler.compile(spec)]))
}
