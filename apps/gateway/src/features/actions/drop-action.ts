import { drop, fitting, type Viewer, whyNotDrop } from '@camau/domain'
import type { ReasonInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction, tellsOwner } from './change-action.js'

/** A chair lets it go, and says why. */
export function dropAction(needs: ActionNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredAction> {
  return changeAction(needs, viewer, 'dropAction', input, {
    guards: 'status',
    whyNot: whyNotDrop,
    change: (held, at) => drop(viewer, held, fitting('reason', input.reason), at),
    tells: tellsOwner(input.reason.trim()),
  })
}
