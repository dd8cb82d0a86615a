import { fitting, offerTransfer, Refusal, type Viewer, whyNotOfferTransfer } from '@camau/domain'
import type { StoredAction } from './action.model.js'
import type { ProposeActionTransferInput } from './action-life.inputs.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** A chair offers it to another body, and says why; it stays where it is until that body accepts. */
export function proposeActionTransfer(
  needs: ActionNeeds,
  viewer: Viewer,
  input: ProposeActionTransferInput,
): Promise<StoredAction> {
  return changeAction(needs, viewer, 'proposeActionTransfer', input, {
    guards: 'status',
    whyNot: whyNotOfferTransfer,
    change: (held, at, names) => {
      const to = names.bodies.get(input.bodyId)
      if (!to) throw new Refusal('not-found')
      return offerTransfer(viewer, held, to, fitting('reason', input.reason), at)
    },
    tells: () => [{ kind: 'transferred', to: [{ kind: 'body', bodyId: input.bodyId }], text: input.reason.trim() }],
  })
}
