import { dayInLondon, type Viewer } from '@camau/domain'
import type { HeldStoredAction } from './action.model.js'
import type { ActionFilter, ActionSort } from './action-log.type.js'
import type { Ranked } from './action-page.js'

/** A log as one person may see it, worked out whole: a page of it is a part of this. */
export interface WorkedOutLog {
  /** What the question is about; the counts are over this. */
  scope: readonly HeldStoredAction[]
  /** What the view shows, in order. */
  ranked: readonly Ranked[]
  /** As it stands now what stood in the log of an earlier day. */
  now: (held: HeldStoredAction) => HeldStoredAction['record']
}

/** All that decides what somebody is shown, beside the question. */
export interface LogMoment {
  /** The same object as long as no action and no name has changed. */
  state: object
  blocked: ReadonlySet<string>
  viewer: Viewer
  at: Date
}

// Whoever scrolls asks one question again and again; so many people may do so at once.
const mostKept = 16

interface Kept {
  blocked: ReadonlySet<string>
  log: Promise<WorkedOutLog>
}
const recent = new WeakMap<object, Map<string, Kept>>()

/**
 * Whoever scrolls through a long log asks for the next page of the same order, again and again: it is worked out once, until an
 * action, what holds one up, a name, the day or any right of the person changes.
 */
export function recentLog(
  { state, blocked, viewer, at }: LogMoment,
  filter: ActionFilter,
  sort: ActionSort,
  workOut: () => Promise<WorkedOutLog>,
): Promise<WorkedOutLog> {
  const logs = recent.get(state) ?? new Map<string, Kept>()
  recent.set(state, logs)
  const question = JSON.stringify([viewer, filter, sort, dayInLondon(at)])
  const known = logs.get(question)
  const kept = known?.blocked === blocked ? known : { blocked, log: workOut() }
  // Asked last, let go of last.
  logs.delete(question)
  logs.set(question, kept)
  kept.log.catch(() => logs.delete(question))
  const [oldest] = logs.keys()
  if (logs.size > mostKept && oldest !== undefined) logs.delete(oldest)
  return kept.log
}
