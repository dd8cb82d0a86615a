/** Whole months from a day the documents give (`2021`, `2021-04`, `2021-04-01`) until today. */
export function monthsLate(since: string, today: Date): number {
  const [year = 0, month = 1, day = 1] = since.split('-').map(Number)
  const months = (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() + 1 - month
  return Math.max(0, today.getUTCDate() < day ? months - 1 : months)
}
