/** When an action is due. A label may be all there is ("Autumn"); then nothing is ever called overdue. Days are ISO dates. */
export interface Due {
  label: string
  /** First and last possible day, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the words fix none. */
  earliest: string | null
  latest: string | null
}

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
  const latest = due.latest
  if (!latest) return null
  if (latest.length === 10) return latest
  const [year = 0, month = 12] = latest.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The first day on which it is late, or null: no latest day, or not yet. `today` is the day in London. */
export function overdueSince(due: Due | null, today: string): string | null {
  const last = due && lastDay(due)
  if (!last || today <= last) return null
  const next = new Date(`${last}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
