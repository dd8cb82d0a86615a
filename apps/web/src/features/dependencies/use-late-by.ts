import { useWords } from '../../platform/words'
import { monthsLate } from './how-late'
import type { RadarThingFragment } from './radar.graphql'
import { radarWords } from './radar-words'
import { dependencyWords } from './words'

/** Fewer days than this are told as days, more as years and months. */
const longInDays = 60

/** “12 days”, “5 years 7 months”: by how long something is late. */
export function useLateBy(asOf: string): (item: RadarThingFragment) => string {
  const words = useWords(dependencyWords)
  const { days } = useWords(radarWords)
  return ({ lateDays, dueOn }) =>
    lateDays < longInDays || dueOn === null ? days(lateDays) : words.lateBy(monthsLate(dueOn, new Date(asOf)))
}
