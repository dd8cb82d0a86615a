import type { ActionStatus } from '@camau/domain'
import { domainName } from '../../platform/enums'
import type { ActionLifeQuery } from './actions.graphql.js'

export type ActionLife = ActionLifeQuery['action']

/** The five steps, and the day under each that is known; what stopped early stands where its work stood. */
export const walkOrder = [
  'proposed',
  'open',
  'in-progress',
  'done',
  'closed',
] as const satisfies readonly ActionStatus[]
export type WalkStep = (typeof walkOrder)[number]

export interface WalkPoint {
  step: WalkStep
  /** An instant or a day as precise as the source; null where nobody wrote it down. */
  when: string | null
}

/** Only days that somebody recorded; a step without one stays without. */
export function walkOf(action: ActionLife): { points: WalkPoint[]; now: number } {
  const status = domainName(action.status)
  const now = Math.max(0, walkOrder.indexOf(stoppedAt(status, action)))
  const points = walkOrder.map((step) => ({ step, when: whenOf(step, action) }))
  const current = points[now]
  if (current && !current.when) current.when = action.versions.find(({ field }) => field === 'status')?.at ?? null
  return { points: points.map((point, index) => (index > now ? { ...point, when: null } : point)), now }
}

// Requested, not stated → proposed, and so on: the word of the source at its date, as far as it names a step.
const sourceWords: Record<string, WalkStep> = {
  requested: 'proposed',
  planned: 'open',
  'in-progress': 'in-progress',
  continuing: 'in-progress',
  delayed: 'in-progress',
  done: 'done',
}

function whenOf(step: WalkStep, action: ActionLife): string | null {
  const change = action.statusHistory.findLast(({ to }) => domainName(to) === step)
  if (change) return change.at
  const note = action.statusNotes.find(({ status }) => sourceWords[status] === step)
  if (note) return note.asOf
  if (step === 'proposed')
    return action.origin?.decidedOn ?? action.origin?.meeting?.startsAt ?? action.origin?.documentDate ?? null
  if (step === 'open') return action.acceptance?.waiting === false ? action.acceptance.at : null
  return step === 'in-progress' ? (action.progress[0]?.at ?? null) : null
}

function stoppedAt(status: ActionStatus, action: ActionLife): WalkStep {
  if (status === 'dropped' || status === 'superseded' || status === 'transferred')
    return action.progress.length ? 'in-progress' : action.owner ? 'open' : 'proposed'
  return status
}
