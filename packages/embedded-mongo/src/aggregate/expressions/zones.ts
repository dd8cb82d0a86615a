import { ObjectId, Timestamp } from 'bson'
import { typeOf } from '../../bson/order.js'
import { mongoError } from '../../errors.js'

/** The date behind a value that carries one. */
export function asDate(value: unknown): Date {
  if (value instanceof Date) return validDate(value)
  if (value instanceof ObjectId) return value.getTimestamp()
  if (value instanceof Timestamp) return new Date(value.getHighBitsUnsigned() * 1000)
  throw mongoError(16006, `can't convert from BSON type ${typeOf(value).alias} to Date`)
}

/** The date, unless a calculation led beyond what a date can hold. */
export function validDate(date: Date): Date {
  if (Number.isNaN(date.getTime())) throw mongoError(15, 'date overflow')
  return date
}

/** The date shifted so that its UTC fields show the local time of a zone (`Europe/London`, `+01:00`, `UTC`). */
export const localTime = (date: Date, zone: string): Date => new Date(date.getTime() + offsetAt(date.getTime(), zone))

/** The moment at which the clocks of a zone show this local time. */
export function fromLocalTime(local: Date, zone: string): Date {
  const guess = local.getTime() - offsetAt(local.getTime(), zone)
  // The first guess may lie on the other side of a change to or from summer time.
  return new Date(local.getTime() - offsetAt(guess, zone))
}

/** Checks the name of a zone. */
export function zoneFrom(value: unknown): string {
  if (typeof value !== 'string') {
    throw mongoError(40533, `timezone must evaluate to a string, found ${typeOf(value).alias}`)
  }
  if (isUtc(value) || OFFSET.test(value)) return value
  formatterFor(value)
  return value
}

const OFFSET = /^([+-])(\d{2}):?(\d{2})?$/

const isUtc = (zone: string): boolean => zone === 'UTC' || zone === 'GMT' || zone === 'Z' || zone === 'Etc/UTC'

/** Milliseconds a zone is ahead of UTC at a moment. */
export function offsetAt(time: number, zone: string): number {
  if (isUtc(zone)) return 0
  const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(zone) ?? []
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  const parts = Object.fromEntries(
    formatterFor(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, made)
    return made
  } catch {
    throw mongoError(40485, `unrecognized time zone identifier: "${zone}"`)
  }
}
