import { useDates } from '../../platform/dates'
import { dueDay } from '../../platform/due-day'

/** A due date in full: a single day in the page's language, the documents' own words as they stand. */
export function useDueWords(): (due: Parameters<typeof dueDay>[0]) => string {
  const dates = useDates()
  return (due) => {
    const day = dueDay(due)
    return day ? dates.day(day) : due.label
  }
}
