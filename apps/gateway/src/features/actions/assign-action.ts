import {
  type Action,
  assign,
  type Due,
  type Owner,
  readDue,
  sameOwner,
  setDueDate,
  type Viewer,
  whyNotAssign,
} from '@camau/domain'
import { givenOwner } from '../../platform/graphql/given-owner.js'
import type { AssignActionInput } from './action.inputs.js'
import type { HeldStoredAction, StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** A chair names the owner, and may set the date in the same breath. */
export function assignAction(needs: ActionNeeds, viewer: Viewer, input: AssignActionInput): Promise<StoredAction> {
  return changeAction(needs, viewer, 'assignAction', input, {
    guards: 'owner',
    whyNot: whyNotAssign,
    tells: ({ owner, due }, before) => [
      ...(sameOwner(owner, before.owner) ? [] : [{ kind: 'assigned' as const, to: [owner] }]),
      ...(sameOwner(owner, before.owner) && due !== before.due ? [{ kind: 'due-moved' as const, to: [owner] }] : []),
    ],
    change: (held, at, names) =>
      assigned(viewer, held, givenOwner(input.owner, names), input.due ? readDue(input.due) : null, at),
  })
}

function assigned(viewer: Viewer, held: HeldStoredAction, owner: Owner, due: Due | null, at: Date): Action {
  const dated =
    due && JSON.stringify(due) !== JSON.stringify(held.record.due)
      ? { ...held, record: { ...held.record, ...setDueDate(viewer, held, due, null, at) } }
      : held
  const waitsForThem = sameOwner(held.record.owner, owner) && held.record.acceptance?.state === 'waiting'
  return waitsForThem && dated !== held ? dated.record : assign(viewer, dated, owner, at)
}
