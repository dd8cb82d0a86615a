import { type Action, type ActionStatus, unfinishedStatuses } from './action.js'
import type { Viewer } from './offices.js'

/** The action in another status, with the change on record. An offer to another body lapses once the work is over. */
export function moved(viewer: Viewer, action: Action, to: ActionStatus, reason: string | null, at: Date): Action {
  const change = { at, personId: viewer.personId, from: action.status, to, reason }
  const transfer = unfinishedStatuses.includes(to) ? action.transfer : null
  return { ...action, status: to, transfer, statusHistory: [...action.statusHistory, change] }
}
