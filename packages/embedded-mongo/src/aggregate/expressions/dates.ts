import { type Document, Int32, Long } from 'bson'
import { integer } from '../../bson/arithmetic.js'
import { isDocument } from '../../bson/fields.js'
import { mongoError } from '../../errors.js'
import { type Compiler, type Expression, isNullish, type Operator, type Operators } from './expression.js'
import { asDate, localTime, zoneFrom } from './zones.js'

/** One field of a date, in UTC or in a time zone. */
export const dates: Operators = {
  $year: part((date) => date.getUTCFullYear()),
  $month: part((date) => date.getUTCMonth() + 1),
  $dayOfMonth: part((date) => date.getUTCDate()),
  $hour: part((date) => date.getUTCHours()),
  $minute: part((date) => date.getUTCMinutes()),
  $second: part((date) => date.getUTCSeconds()),
  $millisecond: part((date) => date.getUTCMilliseconds()),
  $dayOfWeek: part((date) => date.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $week: part(week),
  $isoDayOfWeek: part(isoDay),
  $isoWeek: part((date) => isoWeek(date).week),
  $isoWeekYear: part(
    (date) => isoWeek(date).year,
    (year) => Long.fromNumber(year),
  ),
  $dateToParts: compileToParts,
}

const DAY = 86_400_000

/** 1 on the first of January. */
export function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1
}

/** Weeks begin on Sunday; days before the first Sunday are in week 0. */
export function week(date: Date): number {
  return Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7)
}

/** 1 on Monday, 7 on Sunday. */
export function isoDay(date: Date): number {
  return date.getUTCDay() || 7
}

/** The ISO 8601 week, which belongs to the year its Thursday is in. */
export function isoWeek(date: Date): { week: number; year: number } {
  const thursday = new Date(date.getTime() + (4 - isoDay(date)) * DAY)
  return { week: Math.ceil(dayOfYear(thursday) / 7), year: thursday.getUTCFullYear() }
}

function part(read: (date: Date) => number, typed: (value: number) => unknown = (value) => new Int32(value)): Operator {
  return (argument, compiler) => {
    const local = compileLocal(argument, compiler)
    return (env) => {
      const date = local(env)
      return date ? typed(read(date)) : null
    }
  }
}

/** A date with an optional time zone, as local time; null when either is missing. */
export function compileLocal(argument: unknown, compiler: Compiler): (env: Parameters<Expression>[0]) => Date | null {
  const one: unknown = Array.isArray(argument) && argument.length === 1 ? argument[0] : argument
  const full = isDocument(one) && Object.hasOwn(one, 'date')
  const date = compiler.compile(full ? one.date : one)
  const zone = full && Object.hasOwn(one, 'timezone') ? compiler.compile(one.timezone) : () => 'UTC'
  return (env) => {
    const value = date(env)
    const zoneValue = zone(env)
    return isNullish(value) || isNullish(zoneValue) ? null : localTime(asDate(value), zoneFrom(zoneValue))
  }
}

function compileToParts(argument: unknown, compiler: Compiler): Expression {
  if (!isDocument(argument)) throw mongoError(40524, '$dateToParts only supports an object as its argument')
  const local = compileLocal(argument, compiler)
  return (env) => {
    const date = local(env)
    return date ? (argument.iso8601 === true ? isoParts(date) : calendarParts(date)) : null
  }
}

const calendarParts = (date: Date): Document =>
  numbers({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...clockParts(date) })

const isoParts = (date: Date): Document =>
  numbers({
    isoWeekYear: isoWeek(date).year,
    isoWeek: isoWeek(date).week,
    isoDayOfWeek: isoDay(date),
    ...clockParts(date),
  })

const clockParts = (date: Date): Record<string, number> => ({
  hour: date.getUTCHours(),
  minute: date.getUTCMinutes(),
  second: date.getUTCSeconds(),
  millisecond: date.getUTCMilliseconds(),
})

const numbers = (parts: Record<string, number>): Document =>
  Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, integer(BigInt(value))]))
