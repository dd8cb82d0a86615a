import { fitting, isDay, Refusal, type RefusalCode, type TextLimit } from '@camau/domain'

/** A text that may not be missing, as long as the rules take it. */
export function neededText(field: TextLimit, text: string, missing: RefusalCode = 'text-needed'): string {
  const fits = fitting(field, text)
  if (!fits) throw new Refusal(missing, { field })
  return fits
}

/** A day that exists, `YYYY-MM-DD`. */
export function neededDay(text: string): string {
  if (!isDay(text)) throw new Refusal('impossible-date')
  return text
}
