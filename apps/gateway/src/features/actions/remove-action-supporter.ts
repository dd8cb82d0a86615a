import { removeSupporter, type Viewer, whyNotChooseSupporters } from '@camau/domain'
import { ownerOf } from '../../platform/graphql/owner.js'
import type { StoredAction } from './action.model.js'
import type { ActionSupporterInput } from './action-life.inputs.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** Somebody helps no longer. */
export function removeActionSupporter(
  needs: ActionNeeds,
  viewer: Viewer,
  input: ActionSupporterInput,
): Promise<StoredAction> {
  return changeAction(needs, viewer, 'removeActionSupporter', input, {
    guards: 'owner',
    whyNot: whyNotChooseSupporters,
    change: (held, _at, names) => removeSupporter(viewer, held, ownerOf(input.supporter, names)),
  })
}
