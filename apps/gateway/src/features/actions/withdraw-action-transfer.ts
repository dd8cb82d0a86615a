import { type Viewer, whyNotWithdrawTransfer, withdrawTransfer } from '@camau/domain'
import type { ActionInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** A chair takes the offer to another body back. */
export function withdrawActionTransfer(needs: ActionNeeds, viewer: Viewer, input: ActionInput): Promise<StoredAction> {
  return changeAction(needs, viewer, 'withdrawActionTransfer', input, {
    guards: 'status',
    whyNot: whyNotWithdrawTransfer,
    change: (held) => withdrawTransfer(viewer, held),
  })
}
