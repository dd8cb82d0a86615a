import { Refusal } from '@camau/domain'

export function realTime(at: Date): Date {
  const year = at.getUTCFullYear()
  if (Number.isNaN(year) || year < 1900 || year > 2199) throw new Refusal('impossible-date')
  return at
}
