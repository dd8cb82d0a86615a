import {
  type ActionStatus,
  actionWaitsOn,
  dueSoonDays,
  type Standing,
  standingIn,
  unfinishedStatuses,
  type Viewer,
} from '@camau/domain'
import { domainName } from '../../platform/enums'
import type { LogRow } from './action-status'
import type { CountsOfActionsFragment } from './actions.graphql.js'
import { heldAction } from './held-action'
import { matches } from './matches'

/** Questions people ask a log; each stands in the address as `?view=`. */
export const views = ['all', 'overdue', 'mine', 'no-owner', 'no-date', 'waiting', 'soon'] as const
export type View = (typeof views)[number]

export interface ViewContext {
  viewer: Viewer | null
  /** The day in London, `YYYY-MM-DD`. */
  today: string
  /** The body whose log it is; null: all of them. */
  logOf: string | null
}

/** How a row stands in the log: its own, offered to its body, or gone to another. */
export function standing(row: LogRow, logOf: string | null): Standing {
  return logOf ? (standingIn(heldAction(row).record, logOf) ?? 'here') : 'here'
}

/** Whether a row answers a view's question. All but three ask about unfinished actions: finished work may still wait for a chair. */
export function inView(view: View, row: LogRow, { viewer, today, logOf }: ViewContext): boolean {
  if (view === 'all') return true
  if (view === 'mine') return viewer !== null && actionWaitsOn(viewer, heldAction(row), new Date())
  // What went to another body, or is only offered, is no work of this one.
  if (isElsewhere(row, logOf)) return false
  // An owner nobody stated stays unstated when the work is done: absence is counted, not forgotten.
  if (view === 'no-owner') return !row.owner
  if (!unfinishedStatuses.includes(domainName(row.status))) return false
  switch (view) {
    case 'overdue':
      return Boolean(row.overdueSince)
    case 'no-date':
      return !row.due
    case 'waiting':
      return row.blocked
    case 'soon':
      return dueWithin(row, today, dueSoonDays)
  }
}

/** How many rows each view would show now. */
export function countViews(rows: readonly LogRow[], context: ViewContext): Record<View, number> {
  const counts = { all: 0, overdue: 0, mine: 0, 'no-owner': 0, 'no-date': 0, waiting: 0, soon: 0 }
  for (const row of rows) for (const view of views) if (inView(view, row, context)) counts[view] += 1
  return counts
}

/** The server's count of a view, where it counts what the view shows. */
export function countedViews(counts: CountsOfActionsFragment): Partial<Record<View, number>> {
  return {
    all: counts.all,
    overdue: counts.overdue,
    mine: counts.waitingForMe,
    'no-owner': counts.ownerNotStated,
    soon: counts.dueSoon,
  }
}

/** The server's count of a group by status. */
export function countedStatuses(counts: CountsOfActionsFragment): Record<ActionStatus, number> {
  return { ...counts, 'in-progress': counts.inProgress }
}

/** The text filter looks where eyes look: number, title, owner, words of the date. */
export function hasText(row: LogRow, typed: string, language: 'en' | 'cy'): boolean {
  if (!typed.trim()) return true
  const owner = row.owner ? (row.owner.label[language] ?? row.owner.label.en ?? '') : ''
  return matches(`${row.number} ${row.title} ${owner} ${row.due?.label ?? ''}`, typed.trim())
}

// Most rows of a log are its own: those are not looked at twice.
const isElsewhere = (row: LogRow, logOf: string | null) => logOf !== null && row.body.id !== logOf

export function isView(text: string | null): text is View {
  return views.some((view) => view === text)
}

/** The day some days after another, `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

// A label without a day cannot fall due; guessing one would be worse than not listing it.
function dueWithin(row: LogRow, today: string, days: number): boolean {
  const latest = row.due?.latest
  return latest?.length === 10 && latest >= today && latest <= daysAfter(today, days)
}
