import { actionOverdueSince, dayInLondon } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import { fieldVersions } from '../../platform/graphql/field-version.js'
import { ownerType } from '../../platform/graphql/owner.js'
import { restrictionType } from '../../platform/graphql/restriction.js'
import type { StoredAction } from './action.model.js'
import { ActionType } from './action.type.js'

/** Late at a moment; finished work never is. */
export function overdueSinceOf(action: Pick<StoredAction, 'status' | 'due'>, at: Date): string | null {
  return actionOverdueSince(action, dayInLondon(at))
}

/** The action as its resolvers give it out. */
export function actionType(action: StoredAction, names: Names, at: Date): ActionType {
  const { acceptance, earlierOwners, owner, versions, restrictedTo, ...same } = action
  return Object.assign(new ActionType(), same, {
    owner: owner && ownerType(owner, names),
    restrictedTo: restrictionType(restrictedTo, names),
    acceptance: acceptance && { ...acceptance, waiting: acceptance.state === 'waiting' },
    earlierOwners: earlierOwners.map((line) => ({ ...line, owner: line.owner && ownerType(line.owner, names) })),
    overdueSince: overdueSinceOf(action, at),
    versions: fieldVersions(versions),
    record: action,
  })
}
