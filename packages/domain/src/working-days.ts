import { dayInLondon } from './due.js'

/** Mondays to Fridays after the day of `from` up to the day of `to`, in London. Holidays of the public are counted as work. */
export function workingDaysBetween(from: Date, to: Date): number {
  const start = dayNumber(dayInLondon(from))
  const days = Math.max(0, dayNumber(dayInLondon(to)) - start)
  const odd = Array.from({ length: days % 7 }, (_, at) => start + at + 1)
  return Math.floor(days / 7) * 5 + odd.filter(isWorkingDay).length
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
// Day 0, 1 January 1970, was a Thursday.
const isWorkingDay = (day: number) => (day + 3) % 7 < 5
