import { addSupporter, type Viewer, whyNotChooseSupporters } from '@camau/domain'
import { givenOwner } from '../../platform/graphql/given-owner.js'
import type { StoredAction } from './action.model.js'
import type { ActionSupporterInput } from './action-life.inputs.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** Somebody helps the owner from now on. */
export function addActionSupporter(
  needs: ActionNeeds,
  viewer: Viewer,
  input: ActionSupporterInput,
): Promise<StoredAction> {
  return changeAction(needs, viewer, 'addActionSupporter', input, {
    guards: 'owner',
    whyNot: whyNotChooseSupporters,
    change: (held, _at, names) => addSupporter(viewer, held, givenOwner(input.supporter, names)),
  })
}
