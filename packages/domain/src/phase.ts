import { type Action, unfinishedStatuses } from './action.js'
import { type ActionOverTime, actionAsAt } from './action-as-at.js'
import type { BodyPlace } from './body.js'
import { type Placement, unplaced } from './body-life.js'
import { dayInLondon } from './due.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { RefusalCode } from './refusal.js'

export interface Phase {
  id: string
  number: number
  status: 'open' | 'closed'
}

/** What a phase asks of an action: where it stands, what it belongs to, and whether a legacy item takes it on. */
export type PhaseAction = Pick<Action, 'id' | 'status'> & {
  workAreaIds: readonly string[]
  legacyItemIds: readonly string[]
}

/**
 * The log of a phase: the actions of its work areas. What belongs to no work area belongs to the phase that runs, the earliest one
 * still open, so that every action is in exactly one log.
 */
export function logOfPhase<A extends PhaseAction>(
  phase: Phase,
  phases: readonly Phase[],
  phaseOfArea: ReadonlyMap<string, string>,
  actions: readonly A[],
): A[] {
  const open = phases.filter(({ status }) => status === 'open').sort((a, b) => a.number - b.number)
  const runs = open[0]?.id === phase.id
  return actions.filter(({ workAreaIds }) => {
    const its = workAreaIds.flatMap((id) => phaseOfArea.get(id) ?? [])
    return its.length > 0 ? its[0] === phase.id : runs
  })
}

/** Where an action stands on the checklist of a closing phase. */
export type Handling = 'finished' | 'dropped' | 'legacy' | 'unhandled'

export function handlingOf({ status, legacyItemIds }: PhaseAction): Handling {
  if (status === 'dropped') return 'dropped'
  if (!unfinishedStatuses.includes(status)) return 'finished'
  return legacyItemIds.length > 0 ? 'legacy' : 'unhandled'
}

/** What keeps a phase from closing: neither finished, nor dropped, nor tied to a legacy item (requirements, row 32). */
export function unhandled<A extends PhaseAction>(log: readonly A[], placements: readonly Placement[]): A[] {
  return unplaced(log, placements).filter((action) => handlingOf(action) === 'unhandled')
}

/** Closing a phase is the advisory group's decision: for its chair and vice-chair. */
export function whyNotClosePhase(viewer: Viewer, advisory: BodyPlace, phase: Phase): RefusalCode | null {
  if (!may(viewer, 'rule', { space: 'body', body: advisory })) return 'not-permitted'
  return phase.status === 'open' ? null : 'phase-closed'
}

/** The plan is prepared by the secretariat, or by the chairs. */
export function whyNotPlanPhase(viewer: Viewer, advisory: BodyPlace, phase: Phase): RefusalCode | null {
  if (!may(viewer, 'prepare', { space: 'body', body: advisory })) return 'not-permitted'
  return phase.status === 'open' ? null : 'phase-closed'
}

export interface BurnPoint {
  day: string
  /** Known by then and not finished. */
  open: number
  finished: number
}

/** How many actions were open at the end of each day, from the log as it stood then (requirements, row 31). */
export function burnDown(log: readonly ActionOverTime[], days: readonly string[]): BurnPoint[] {
  return days.map((day) => {
    const standing = log.map((action) => actionAsAt(action, day)).filter((one) => one !== null)
    const open = standing.filter(({ status }) => unfinishedStatuses.includes(status)).length
    return { day, open, finished: standing.length - open }
  })
}

/** Days spread evenly from the first on which anything of the log is known to the last; both ends counted. */
export function spreadDays(log: readonly ActionOverTime[], last: string, most: number): string[] {
  const known = log.flatMap(({ statusNotes, statusHistory }) => [
    ...statusNotes.map(({ asOf }) => `${asOf}-01-01`.slice(0, 10)),
    ...statusHistory.map(({ at }) => dayInLondon(at)),
  ])
  const [first = last] = [...known, last].sort()
  const [from, to] = [Date.parse(first), Date.parse(last)]
  const days = Math.round((to - from) / 86_400_000)
  const steps = Math.max(1, Math.min(most - 1, days))
  const at = (step: number) =>
    new Date(from + Math.round((days * step) / steps) * 86_400_000).toISOString().slice(0, 10)
  return [...new Set(Array.from({ length: steps + 1 }, (_, step) => at(step)))]
}
