import { limits } from './limits.js'
import { Refusal } from './refusal.js'

/** When an action is due. A label may be all there is ("Autumn"); then nothing is ever called overdue. Days are ISO dates. */
export interface Due {
  label: string
  /** First and last possible day, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the words fix none. */
  earliest: string | null
  latest: string | null
}

/** What falls due within so many days is due soon; the views of the log and their counts agree on it. */
export const dueSoonDays = 30

/** What somebody gives as a due date: a day, a span, a label, or several of them. */
export interface DueGiven {
  label?: string | null | undefined
  earliest?: string | null | undefined
  latest?: string | null | undefined
}

/** Days, months or years that exist and stand in order; without a label the days speak for themselves. */
export function readDue({ label, earliest, latest }: DueGiven): Due {
  const days = [earliest, latest].filter((day): day is string => typeof day === 'string')
  if (days.some((day) => !isPartOfCalendar(day))) throw new Refusal('impossible-date')
  const due = { label: label?.trim() ?? '', earliest: earliest ?? null, latest: latest ?? null }
  if (due.earliest && due.latest && firstDay(due.earliest) > (lastDay(due) ?? '')) throw new Refusal('impossible-date')
  if (due.label.length > limits.label) throw new Refusal('too-long', { field: 'due', limit: limits.label })
  if (!due.label && days.length === 0) throw new Refusal('text-needed', { field: 'due' })
  return due.label ? due : { ...due, label: [...new Set(days)].join(' – ') }
}

/** A day, month or year that exists. */
export const isPartOfCalendar = (day: string) => isDay(`${day}-01-01`.slice(0, 10)) && [4, 7, 10].includes(day.length)
const firstDay = (day: string) => `${day}-01-01`.slice(0, 10)

/** A due date set to the day. */
export function dueOn(day: string): Due {
  return { label: day, earliest: day, latest: day }
}

/** Whether a string is a day that exists, between 1900 and 2199: 29 February only in leap years. */
export function isDay(day: string): boolean {
  const parts = /^(19\d\d|2[01]\d\d)-(\d\d)-(\d\d)$/.exec(day)
  if (!parts) return false
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** The last day that still counts as in time; null where the label fixes none. */
export function lastDay(due: Due): string | null {
  return due.latest && lastDayOf(due.latest)
}

/** The last day of a year, a month or a day. */
export function lastDayOf(date: string): string {
  if (date.length === 10) return date
  const [year = 0, month = 12] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Whether its last day is over; without one it is never late. `today` is the day in London. */
export function isOverdue(due: Due | null, today: string): boolean {
  const last = due && lastDay(due)
  return last !== null && today > last
}

/** The first day on which it is late, or null: no latest day, or not yet. `today` is the day in London. */
export function overdueSince(due: Due | null, today: string): string | null {
  const last = due && lastDay(due)
  if (!last || !isOverdue(due, today)) return null
  const next = new Date(`${last}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** The day it is in London at a moment: due dates are days there. */
export function dayInLondon(at: Date): string {
  // The day changes on the hour, and a log asks for every row: each hour is looked up once.
  const hour = Math.floor(at.getTime() / 3_600_000)
  const known = daysByHour.get(hour)
  if (known) return known
  if (daysByHour.size > 100) daysByHour.clear()
  const day = londonDays.format(at)
  daysByHour.set(hour, day)
  return day
}

const daysByHour = new Map<number, string>()

const londonDays = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
