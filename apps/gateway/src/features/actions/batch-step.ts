import {
  type Action,
  assign,
  drop,
  fitting,
  type Owner,
  offerTransfer,
  Refusal,
  readDue,
  sameOwner,
  setDueDate,
  type Viewer,
} from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import { givenOwner } from '../../platform/graphql/given-owner.js'
import type { GivenNotice } from '../../platform/notify.js'
import type { HeldStoredAction } from './action.model.js'
import type { ChangeActionsInput } from './action-batch.type.js'

/** What is done to each of many actions; the rule of the single step speaks for every one of them. */
export interface BatchStep {
  change: (viewer: Viewer, held: HeldStoredAction, at: Date) => Action
  tells: (after: Action) => Omit<GivenNotice, 'about'>[]
}

/** The one thing asked for. Anything but exactly one is malformed. */
export function batchStep(input: ChangeActionsInput, names: Names): BatchStep {
  const reason = fitting('reason', input.reason)
  const steps = [
    input.owner && assigning(givenOwner(input.owner, names)),
    (input.due || input.noDue) && dating(input, reason),
    input.drop && dropping(reason),
    input.transfer && transferring(input.transfer.bodyId, reason, names),
  ].filter((step) => step !== null && step !== undefined && typeof step === 'object')
  const [step] = steps
  if (!step || steps.length > 1 || (input.due && input.noDue)) throw new Refusal('malformed', { field: 'change' })
  return step
}

const assigning = (owner: Owner): BatchStep => ({
  change(viewer, held, at) {
    // In a lot some are theirs already: these stay as they are.
    if (sameOwner(held.record.owner, owner) && held.record.acceptance) return held.record
    return assign(viewer, held, owner, at)
  },
  tells: () => [{ kind: 'assigned', to: [owner] }],
})

function dating(input: ChangeActionsInput, reason: string | null): BatchStep {
  const due = input.due ? readDue(input.due) : null
  return {
    change(viewer, held, at) {
      if (JSON.stringify(due) === JSON.stringify(held.record.due)) return held.record
      return setDueDate(viewer, held, due, reason, at)
    },
    tells: ({ owner }) => [{ kind: 'due-moved', to: [owner], text: reason }],
  }
}

const dropping = (reason: string | null): BatchStep => ({
  change: (viewer, held, at) => drop(viewer, held, reason ?? '', at),
  tells: () => [],
})

function transferring(bodyId: string, reason: string | null, names: Names): BatchStep {
  const to = names.bodies.get(bodyId)
  if (!to) throw new Refusal('not-found')
  return {
    change: (viewer, held, at) => offerTransfer(viewer, held, to, reason ?? '', at),
    tells: () => [{ kind: 'transferred', to: [{ kind: 'body', bodyId }], text: reason }],
  }
}
