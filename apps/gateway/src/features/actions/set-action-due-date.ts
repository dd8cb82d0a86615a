import { fitting, readDue, setDueDate, type Viewer, whyNotSetDueDate } from '@camau/domain'
import type { SetActionDueDateInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** A chair sets, moves or takes away the date; every earlier one stays on record. */
export function setActionDueDate(
  needs: ActionNeeds,
  viewer: Viewer,
  input: SetActionDueDateInput,
): Promise<StoredAction> {
  return changeAction(needs, viewer, 'setActionDueDate', input, {
    guards: 'due',
    tells: ({ owner }) => [{ kind: 'due-moved', to: [owner], text: fitting('reason', input.reason) }],
    whyNot: whyNotSetDueDate,
    change: (held, at) =>
      setDueDate(viewer, held, input.due ? readDue(input.due) : null, fitting('reason', input.reason), at),
  })
}
