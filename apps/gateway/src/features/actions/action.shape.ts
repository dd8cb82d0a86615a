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

interface Shaped {
  names: Names
  day: string
  type: ActionType
}
const shaped = new WeakMap<StoredAction, Shaped>()

/** The action as its resolvers give it out. The same record is given out again and again: lists, radar and map of a long log touch thousands. */
export function actionType(action: StoredAction, names: Names, at: Date): ActionType {
  const day = dayInLondon(at)
  const known = shaped.get(action)
  if (known?.names === names && known.day === day) return known.type
  const type = shape(action, names, at)
  shaped.set(action, { names, day, type })
  return type
}

function shape(action: StoredAction, names: Names, at: Date): ActionType {
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
