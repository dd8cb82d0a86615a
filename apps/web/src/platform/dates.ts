import { type Language, useLanguage } from './language'
import { plural } from './words'

// Chromium has no Welsh dates: Intl with `cy` silently prints American order. So the words are here, and Intl is asked
// for London's clock in digits only.

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' '),
}
const shortMonths = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  cy: 'Ion Chw Maw Ebr Mai Meh Gor Awst Medi Hyd Tach Rhag'.split(' '),
}
const weekdays = {
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  cy: 'Sul Llun Mawrth Mercher Iau Gwener Sadwrn'.split(' ').map((day) => `dydd ${day}`),
}

/** A day as the documents give it (`2026-11-03`, `2026-11`, `2026`), an instant (ISO with time), or a Date. */
export type When = string | Date

interface Parts {
  year: number
  month: number | null
  day: number | null
}

/** 3 November 2026 · 3 Tachwedd 2026. A month or a year stays what it is. */
export function formatDay(when: When, language: Language): string {
  return written(when, months[language])
}

/** 3 Nov 2026 · 3 Tach 2026: for the log, where room is short. */
export function formatShortDay(when: When, language: Language): string {
  return written(when, shortMonths[language])
}

/** Tuesday 3 November 2026 · Dydd Mawrth 3 Tachwedd 2026. */
export function formatLongDay(when: When, language: Language): string {
  if (isPrinted(when)) return when
  const parts = partsOf(when)
  if (parts.month === null || parts.day === null) return formatDay(when, language)
  const weekday = weekdays[language][new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay()] ?? ''
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${formatDay(when, language)}`
}

/** November 2026 · Tachwedd 2026. */
export function formatMonth(when: When, language: Language): string {
  if (isPrinted(when)) return when
  const { year, month } = partsOf(when)
  return month === null ? String(year) : `${months[language][month - 1]} ${year}`
}

/** 14:30, in London, in both languages. */
export function formatTime(when: When): string {
  const { hour, minute } = inLondon(new Date(when))
  return `${hour}:${minute}`
}

/** 3 November 2026, 14:30 · 3 Tachwedd 2026, 14:30. */
export function formatDateTime(when: When, language: Language): string {
  return `${formatDay(when, language)}, ${formatTime(when)}`
}

/** The day in London as `YYYY-MM-DD`. */
export function dayOf(when: Date): string {
  const { year, month, day } = inLondon(when)
  return `${year}-${month}-${day}`
}

const near = {
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
  cy: { '-1': 'ddoe', '0': 'heddiw', '1': 'yfory' },
} satisfies Record<Language, Record<string, string>>
const ahead = {
  en: plural.en({ one: 'in # day', other: 'in # days' }),
  cy: plural.cy({
    zero: 'ymhen # diwrnod',
    one: 'ymhen # diwrnod',
    two: 'ymhen # ddiwrnod',
    few: 'ymhen # diwrnod',
    many: 'ymhen # diwrnod',
    other: 'ymhen # diwrnod',
  }),
}
const ago = {
  en: plural.en({ one: '# day ago', other: '# days ago' }),
  cy: plural.cy({
    zero: '# diwrnod yn ôl',
    one: '# diwrnod yn ôl',
    two: '# ddiwrnod yn ôl',
    few: '# diwrnod yn ôl',
    many: '# diwrnod yn ôl',
    other: '# diwrnod yn ôl',
  }),
}

/** “in 3 days”, “yesterday”: only ever beside the full date. */
export function relativeDay(when: When, language: Language, now: Date = new Date()): string {
  const days = Math.round((midnight(partsOf(when)) - midnight(partsOf(now))) / 86_400_000)
  const word: string | undefined = Object.entries(near[language]).find(([key]) => key === String(days))?.[1]
  return word ?? (days > 0 ? ahead[language](days) : ago[language](-days))
}

/** A date is read as one: no line ends between its day, its month and its year. */
export const unbroken = (text: string): string =>
  text.replace(/(?:\b\d{1,2} )?\p{L}+ \d{4}\b/u, (date) => date.replaceAll(' ', '\u00a0'))

/** All of the above in the page's language, as a page shows them. */
export function useDates() {
  const language = useLanguage()
  return {
    day: (when: When) => unbroken(formatDay(when, language)),
    shortDay: (when: When) => unbroken(formatShortDay(when, language)),
    longDay: (when: When) => unbroken(formatLongDay(when, language)),
    month: (when: When) => unbroken(formatMonth(when, language)),
    time: formatTime,
    dateTime: (when: When) => unbroken(formatDateTime(when, language)),
    relativeDay: (when: When) => relativeDay(when, language),
  }
}

const calendarDay = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/

/** What the documents print where they give no single day: “2017-18”, “2016 to 2020”. It stays as it is. */
export function isPrinted(when: When): when is string {
  return typeof when === 'string' && !calendarDay.test(when) && !/^\d{4}-\d\d-\d\dT/.test(when)
}

function written(when: When, names: string[]): string {
  if (isPrinted(when)) return when
  const { year, month, day } = partsOf(when)
  return [day, month === null ? null : names[month - 1], year].filter((part) => part !== null).join(' ')
}

function partsOf(when: When): Parts {
  const partial = typeof when === 'string' ? calendarDay.exec(when) : null
  if (partial) {
    return { year: Number(partial[1]), month: Number(partial[2]) || null, day: Number(partial[3]) || null }
  }
  const { year, month, day } = inLondon(new Date(when))
  return { year: Number(year), month: Number(month), day: Number(day) }
}

function midnight({ year, month, day }: Parts): number {
  return Date.UTC(year, (month ?? 1) - 1, day ?? 1)
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

function inLondon(when: Date) {
  const found = new Map(london.formatToParts(when).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? ''
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}
