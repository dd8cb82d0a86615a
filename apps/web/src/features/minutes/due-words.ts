import { useDates } from '../../platform/dates'

interface Due {
  label: string
  earliest: string | null
  latest: string | null
}

/** A due date in full: a single day in the page's language, the documents' own words as they stand. */
export function useDueWords(): (due: Due) => string {
  const dates = useDates()
  return ({ label, earliest, latest }) => {
    const isDay = latest !== null && earliest === latest && /^[\d –-]+$/.test(label)
    return isDay ? dates.day(latest) : label
  }
}
