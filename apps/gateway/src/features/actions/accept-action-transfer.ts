import { acceptTransfer, unfinishedStatuses, type Viewer, whyNotAnswerTransfer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { Names } from '../../platform/directory.js'
import type { ActionInput } from './action.inputs.js'
import type { HeldStoredAction, StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** Those who rule on the body it is offered to take it on, with the sub-actions that are still open. */
export function acceptActionTransfer(needs: ActionNeeds, viewer: Viewer, input: ActionInput): Promise<StoredAction> {
  return changeAction(needs, viewer, 'acceptActionTransfer', input, {
    guards: 'status',
    place: offeredTo,
    whyNot: (viewer, held, names) => whyNotAnswerTransfer(viewer, held, offeredTo(held, names)),
    change: (held, at, names) => acceptTransfer(viewer, held, offeredTo(held, names), at),
    follows: (tx, held, saved) => bringParts(needs, tx, viewer, held, saved),
    tells: (_saved, { bodyId, owner }) => [
      { kind: 'transferred', to: [{ kind: 'body', bodyId }] },
      { kind: 'transferred', to: [owner] },
    ],
  })
}

export function offeredTo({ record }: HeldStoredAction, names: Names) {
  return names.bodies.get(record.transfer?.toBodyId ?? '') ?? null
}

async function bringParts(
  { actions }: ActionNeeds,
  tx: Transaction,
  viewer: Viewer,
  { record: { bodyId } }: HeldStoredAction,
  saved: HeldStoredAction,
): Promise<void> {
  const left = saved.record.earlierBodies.at(-1)
  const parts = await actions.within(tx, { parentId: saved.record.id })
  for (const part of parts) {
    if (!left || part.record.bodyId !== bodyId || !unfinishedStatuses.includes(part.record.status)) continue
    const gone = {
      ...part.record,
      bodyId: saved.record.bodyId,
      transfer: null,
      earlierBodies: [...part.record.earlierBodies, left],
    }
    await actions.save(tx, viewer, part, gone, null)
  }
}
