import { close, fitting, type Viewer, whyNotClose } from '@camau/domain'
import type { CloseActionInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction, tellsOwner } from './change-action.js'

/** A chair declares it closed. */
export function closeAction(needs: ActionNeeds, viewer: Viewer, input: CloseActionInput): Promise<StoredAction> {
  return changeAction(needs, viewer, 'closeAction', input, {
    guards: 'status',
    whyNot: whyNotClose,
    change: async (held, at) => {
      const blockers = await needs.openBlockers(viewer, held.record.id)
      const override = fitting('reason', input.override) || null
      return close(viewer, { ...held, blockers }, fitting('evidence', input.evidence) || null, at, override)
    },
    tells: tellsOwner(null),
  })
}
