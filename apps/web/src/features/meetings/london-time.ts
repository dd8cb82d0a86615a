import { dayOf, formatTime } from '../../platform/dates'

/** `9:30`, `09.30` or `0930` as `09:30`; null for anything that is no time of day. */
export function readTime(typed: string): string | null {
  const match = /^\s*(\d{1,2})[:.]?(\d{2})\s*$/.exec(typed)
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** The instant at which a clock in London shows this day and time. */
export function londonInstant(day: string, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const shown = Date.parse(`${dayOf(new Date(wanted))}T${formatTime(new Date(wanted))}:00Z`)
  // London is ahead of UTC by as much as its clock shows more.
  return new Date(wanted - (shown - wanted))
}
