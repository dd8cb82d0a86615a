/** The last day a period of the documents reaches: "2020", "2019-20" (a financial year), "2020-21 to Q3", "2021-03", "2016 to 2020". Null where it cannot be told. */
export function periodEnd(period: string | null): string | null {
  if (!period) return null
  const [, year, quarter] = /^(\d{4})-\d{2} to Q([1-4])$/.exec(period) ?? []
  if (year && quarter) return quarterEnd(Number(year), Number(quarter))
  const last = period.split(' to ').at(-1) ?? period
  return dayOf(last)
}

function dayOf(period: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return period
  if (/^\d{4}$/.test(period)) return `${period}-12-31`
  const [, year, rest] = /^(\d{4})-(\d{2})$/.exec(period) ?? []
  if (!year || !rest) return null
  // "2019-20" is a financial year, "2021-03" a month: a month never follows its own year by one.
  if (Number(rest) === (Number(year) + 1) % 100) return `${Number(year) + 1}-03-31`
  return Number(rest) >= 1 && Number(rest) <= 12 ? monthEnd(Number(year), Number(rest)) : null
}

const monthEnd = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** Quarters of a financial year: the third ends with December, the fourth in March. */
const quarterEnd = (year: number, quarter: number) =>
  quarter === 4 ? `${year + 1}-03-31` : monthEnd(year, 3 + quarter * 3)

const day = 86_400_000

/** Data are old when their last day lies further back than the set age; unknown where the period cannot be told. */
export function isStale(lastDay: string | null, maxAgeDays: number, at: Date): boolean | null {
  return lastDay === null ? null : daysLater(lastDay, maxAgeDays) < at.toISOString().slice(0, 10)
}

export function daysLater(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** A day further on by months, kept inside the month: a month after 31 January is the last day of February. */
export function monthsLater(from: string, months: number): string {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
