import { type Action, type EarlierBody, type HeldAction, onBody, type Transfer, unfinishedStatuses } from './action.js'
import { type Body, type BodyPlace, meetingKinds, whyNotAnswerable } from './body.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { needText, refuse } from './refusing.js'

// An action goes to another body when those who rule there accept it. Until then it stays where it is; number and history stay for good.

/** Those who rule on the action's body may offer it to another, while it is unfinished and offered to nobody else. */
export function whyNotOfferTransfer(viewer: Viewer, held: HeldAction): RefusalCode | null {
  if (!may(viewer, 'rule', onBody(held))) return 'not-permitted'
  if (!unfinishedStatuses.includes(held.record.status)) return 'not-transferable-now'
  return held.record.transfer ? 'transfer-waiting' : null
}

/** Only an active body with an action log of its own can take an action on. */
export function whyNotTakeOn({ record }: HeldAction, to: Pick<Body, 'id' | 'kind' | 'status'>): RefusalCode | null {
  if (to.id === record.bodyId) return 'already-so'
  if (!meetingKinds.includes(to.kind)) return 'body-keeps-no-log'
  return whyNotAnswerable(to) ?? (chairsMaySee(record, to.id) ? null : 'chairs-not-named')
}

/** What is restricted is offered to nobody who could not see what they are offered. A person's name is no office: offices change hands. */
function chairsMaySee({ restrictedTo }: Pick<Action, 'restrictedTo'>, bodyId: string): boolean {
  if (!restrictedTo) return true
  return restrictedTo.some((one) => {
    if (one.kind === 'person' || one.bodyId !== bodyId) return false
    return one.kind === 'body' || one.office === 'chair' || one.office === 'vice-chair'
  })
}

export function offerTransfer(viewer: Viewer, held: HeldAction, to: Body, reason: string, at: Date): Action {
  refuse(whyNotOfferTransfer(viewer, held))
  refuse(whyNotTakeOn(held, to))
  needText(reason, 'reason-needed')
  return { ...held.record, transfer: { toBodyId: to.id, at, personId: viewer.personId, reason } }
}

/** Those who offered it may take the offer back until it is answered. */
export function whyNotWithdrawTransfer(viewer: Viewer, held: HeldAction): RefusalCode | null {
  if (!may(viewer, 'rule', onBody(held))) return 'not-permitted'
  return held.record.transfer ? null : 'no-transfer-waiting'
}

export function withdrawTransfer(viewer: Viewer, held: HeldAction): Action {
  refuse(whyNotWithdrawTransfer(viewer, held))
  return { ...held.record, transfer: null }
}

/** The answer is for those who rule on the body it is offered to; who rules on the sending body cannot answer for it. */
export function whyNotAnswerTransfer(viewer: Viewer, { record }: HeldAction, to: BodyPlace | null): RefusalCode | null {
  if (!record.transfer) return 'no-transfer-waiting'
  return to?.id === record.transfer.toBodyId && may(viewer, 'rule', { space: 'body', body: to })
    ? null
    : 'not-permitted'
}

/** It stands in the other body's log from now on, as it was. */
export function acceptTransfer(viewer: Viewer, held: HeldAction, to: BodyPlace | null, at: Date): Action {
  refuse(whyNotAnswerTransfer(viewer, held, to))
  const { record } = held
  if (!record.transfer) throw new Refusal('no-transfer-waiting')
  const { toBodyId, reason } = record.transfer
  const left = { bodyId: record.bodyId, until: at, personId: viewer.personId, reason }
  return { ...record, bodyId: toBodyId, transfer: null, earlierBodies: [...record.earlierBodies, left] }
}

export function declineTransfer(
  viewer: Viewer,
  held: HeldAction,
  to: BodyPlace | null,
  reason: string,
  at: Date,
): Action {
  refuse(whyNotAnswerTransfer(viewer, held, to))
  needText(reason, 'reason-needed')
  const { record } = held
  if (!record.transfer) throw new Refusal('no-transfer-waiting')
  const refusal = { ...record.transfer, declinedBy: viewer.personId, declinedAt: at, declined: reason }
  return { ...record, transfer: null, declinedTransfers: [...record.declinedTransfers, refusal] }
}

export type Standing = 'here' | 'offered' | 'gone'

/** How an action stands in a body's log: as its own, as offered to it, or as gone to another; null: not at all. */
export function standingIn(
  {
    bodyId,
    transfer,
    earlierBodies,
  }: Pick<Action, 'bodyId'> & { transfer: InLog | null; earlierBodies: readonly Left[] },
  logOf: string,
): Standing | null {
  if (bodyId === logOf) return 'here'
  if (transfer?.toBodyId === logOf) return 'offered'
  return earlierBodies.some((left) => left.bodyId === logOf) ? 'gone' : null
}

type InLog = Pick<Transfer, 'toBodyId'>
type Left = Pick<EarlierBody, 'bodyId'>
