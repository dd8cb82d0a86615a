import { decline, fitting, type Viewer, whyNotAnswer } from '@camau/domain'
import type { ReasonInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction, tellsAsker } from './change-action.js'

/** The owner says no, and why; the action goes back to the chair. */
export function declineAction(needs: ActionNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredAction> {
  return changeAction(needs, viewer, 'declineAction', input, {
    guards: 'owner',
    byOwner: true,
    whyNot: whyNotAnswer,
    change: (held, at) => decline(viewer, held, fitting('reason', input.reason), at),
    tells: tellsAsker(input.reason.trim()),
  })
}
