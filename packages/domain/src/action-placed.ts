import type { Action } from './action.js'
import { moved } from './action-moved.js'
import type { Placement } from './body-life.js'
import type { Viewer } from './offices.js'
import { Refusal } from './refusal.js'

/**
 * An unfinished action where it goes when the body or the phase that held it closes. The right to close is the right to place, so
 * nothing is asked here; every place is on record.
 */
export function placed<A extends Action & { legacyItemIds: string[] }>(
  viewer: Viewer,
  action: A,
  placement: Placement,
  why: string,
  at: Date,
): A {
  if (placement.to === 'body') {
    const left = { bodyId: action.bodyId, until: at, personId: viewer.personId, reason: why }
    return { ...action, bodyId: placement.bodyId, transfer: null, earlierBodies: [...action.earlierBodies, left] }
  }
  if (placement.to === 'legacy') {
    return { ...action, legacyItemIds: [...new Set([...action.legacyItemIds, placement.legacyItemId])] }
  }
  if (!placement.reason.trim()) throw new Refusal('reason-needed')
  return { ...action, ...moved(viewer, action, 'dropped', placement.reason, at), reason: placement.reason }
}
