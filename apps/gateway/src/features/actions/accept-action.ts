import { accept, type Viewer, whyNotAnswer } from '@camau/domain'
import type { ActionInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction, tellsAsker } from './change-action.js'

/** The owner says yes. */
export function acceptAction(needs: ActionNeeds, viewer: Viewer, input: ActionInput): Promise<StoredAction> {
  return changeAction(needs, viewer, 'acceptAction', input, {
    guards: 'owner',
    byOwner: true,
    whyNot: whyNotAnswer,
    change: (held, at) => accept(viewer, held, at),
    tells: tellsAsker(null),
  })
}
