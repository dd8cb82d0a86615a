import { fitting, reopen, type Viewer, whyNotReopen } from '@camau/domain'
import type { ReasonInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** A chair takes it up again, and says why. */
export function reopenAction(needs: ActionNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredAction> {
  return changeAction(needs, viewer, 'reopenAction', input, {
    guards: 'status',
    whyNot: whyNotReopen,
    change: (held, at) => reopen(viewer, held, fitting('reason', input.reason), at),
  })
}
