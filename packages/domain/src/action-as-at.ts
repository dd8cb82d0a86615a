import { type Action, type ActionStatus, type StatusNote, statusFromSource } from './action.js'
import { type Due, dayInLondon, lastDayOf } from './due.js'
import type { Owner } from './owner.js'

/** How an action stood at the end of a day. */
export interface ActionAsAt {
  status: ActionStatus
  /** What the sources said by then, last; null where the status had been set here since. */
  note: StatusNote | null
  owner: Owner | null
  due: Due | null
  bodyId: string
}

/** What is read of an action to say how it stood. */
export type ActionOverTime = Pick<
  Action,
  | 'status'
  | 'statusNotes'
  | 'statusHistory'
  | 'owner'
  | 'earlierOwners'
  | 'due'
  | 'earlierDues'
  | 'bodyId'
  | 'earlierBodies'
>

/**
 * How the action stood at the end of a day, in London (requirements, row 19): what the sources said by then, each statement from the
 * first day its date can mean, then what was changed here. `day` is a day, a month or a year, whose last day then counts.
 * Null before any source spoke of it, or before it was raised.
 */
export function actionAsAt(action: ActionOverTime, day: string): ActionAsAt | null {
  const last = lastDayOf(day)
  const standing = statusAsAt(action, last)
  if (!standing) return null
  return {
    ...standing,
    owner: earlier(action.earlierOwners, last, ({ owner }) => owner, action.owner),
    due: earlier(action.earlierDues, last, ({ due }) => due, action.due),
    bodyId: earlier(action.earlierBodies, last, ({ bodyId }) => bodyId, action.bodyId),
  }
}

function statusAsAt({ status, statusNotes, statusHistory }: ActionOverTime, last: string) {
  const change = statusHistory.findLast(({ at }) => dayInLondon(at) <= last)
  if (change) return { status: change.to, note: null }
  const note = latestBy(statusNotes, last)
  if (note) return { status: statusFromSource(note.status), note }
  // Kept before changes were, and without a source: it was never anything else that is known.
  return statusNotes.length === 0 && statusHistory.length === 0 ? { status, note: null } : null
}

// Notes stand in the order of their sources, which need not be that of their dates.
function latestBy(notes: readonly StatusNote[], last: string): StatusNote | null {
  const known = notes.filter(({ asOf }) => firstDay(asOf) <= last)
  return known.reduce<StatusNote | null>(
    (found, note) => (found && firstDay(found.asOf) > firstDay(note.asOf) ? found : note),
    null,
  )
}

const firstDay = (asOf: string) => `${asOf}-01-01`.slice(0, 10)

/** The value that was replaced first after the day; the present one where none was. */
function earlier<T extends { until: Date }, V>(lines: readonly T[], last: string, read: (line: T) => V, now: V): V {
  const line = lines.find(({ until }) => dayInLondon(until) > last)
  return line ? read(line) : now
}
