import { declineTransfer, fitting, type Viewer, whyNotAnswerTransfer } from '@camau/domain'
import { offeredTo } from './accept-action-transfer.js'
import type { ReasonInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** Those who rule on the body it is offered to say no, and why; it stays where it is. */
export function declineActionTransfer(needs: ActionNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredAction> {
  return changeAction(needs, viewer, 'declineActionTransfer', input, {
    guards: 'status',
    place: offeredTo,
    whyNot: (viewer, held, names) => whyNotAnswerTransfer(viewer, held, offeredTo(held, names)),
    change: (held, at, names) =>
      declineTransfer(viewer, held, offeredTo(held, names), fitting('reason', input.reason), at),
    tells: (_saved, { transfer }) =>
      transfer ? [{ kind: 'answered', to: [{ kind: 'person', personId: transfer.personId }], text: input.reason }] : [],
  })
}
