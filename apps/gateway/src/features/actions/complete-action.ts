import { complete, fitting, type Viewer, whyNotComplete } from '@camau/domain'
import type { CompleteActionInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** The owner calls it done, and shows it. */
export function completeAction(needs: ActionNeeds, viewer: Viewer, input: CompleteActionInput): Promise<StoredAction> {
  return changeAction(needs, viewer, 'completeAction', input, {
    guards: 'status',
    byOwner: true,
    whyNot: whyNotComplete,
    change: async (held, at) => {
      const blockers = await needs.openBlockers(viewer, held.record.id)
      const override = fitting('reason', input.override) || null
      return complete(viewer, { ...held, blockers }, fitting('evidence', input.evidence), at, override)
    },
    tells: ({ bodyId, evidence }) => [{ kind: 'done', to: [{ kind: 'body', bodyId }], text: evidence }],
  })
}
