import { actionAsAt, dayInLondon, isPartOfCalendar, lastDayOf, Refusal } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { HeldStoredAction } from './action.model.js'

/** The end of a day, month or year as a moment, for what is asked of a log as at that day. Throws Refusal('impossible-date'). */
export function endOfDay(day: string): Date {
  if (!isPartOfCalendar(day)) throw new Refusal('impossible-date', { field: 'asAt' })
  // Noon in London lies within its day whether or not the clocks are forward.
  return new Date(`${lastDayOf(day)}T12:00:00Z`)
}

/** What stood in the log at the end of a day, each as it stood (requirements, row 19). What waits on whom is not known of the past. */
export function asAt(all: readonly HeldStoredAction[], day: string, names: Names): HeldStoredAction[] {
  return all.flatMap(({ record }) => {
    const was = actionAsAt(record, day)
    const body = was && names.bodies.get(was.bodyId)
    if (!was || !body) return []
    const { status, owner, due, bodyId } = was
    const earlierBodies = record.earlierBodies.filter(({ until }) => dayInLondon(until) <= lastDayOf(day))
    const then = {
      ...record,
      status,
      owner,
      due,
      bodyId,
      earlierBodies,
      transfer: null,
      acceptance: null,
      versions: {},
    }
    return [{ record: then, body }]
  })
}
