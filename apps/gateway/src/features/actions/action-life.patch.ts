import { answerIsLate, slippageOf } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchBody, patchOwner, patchPerson } from '../../platform/graphql/owner.js'
import type { StoredAction } from './action.model.js'

/** The part of an action's patch that tells its life. Other actions are named by id alone: not everybody may see them. */
export function lifePatch(action: StoredAction, names: Names, now: Date): Record<string, unknown> {
  const by = (personId: string) => patchPerson(personId, names)
  return {
    statusHistory: action.statusHistory.map(({ at, from, to, reason, personId }) => ({
      __typename: 'StatusChange',
      at,
      from: from && enumKey(from),
      to: enumKey(to),
      reason,
      by: by(personId),
    })),
    earlierBodies: action.earlierBodies.map(({ bodyId, until, reason, personId }) => ({
      __typename: 'EarlierBody',
      body: patchBody(bodyId, names),
      until,
      reason,
      by: by(personId),
    })),
    transfer: action.transfer && {
      __typename: 'Transfer',
      to: patchBody(action.transfer.toBodyId, names),
      at: action.transfer.at,
      reason: action.transfer.reason,
      by: by(action.transfer.personId),
    },
    declinedTransfers: action.declinedTransfers.map(({ toBodyId, at, reason, personId, ...answer }) => ({
      __typename: 'DeclinedTransfer',
      to: patchBody(toBodyId, names),
      at,
      reason,
      by: by(personId),
      declinedAt: answer.declinedAt,
      declined: answer.declined,
      decliner: by(answer.declinedBy),
    })),
    supersededById: action.supersededBy,
    parentId: action.parentId,
    supportedBy: action.supporters.map((one) => patchOwner(one, names)),
    slippage: { __typename: 'Slippage', ...slippageOf(action) },
    answerIsLate: answerIsLate(action, now),
  }
}
