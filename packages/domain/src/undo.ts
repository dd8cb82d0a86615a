import { type HeldAction, onBody } from './action.js'
import {
  whyNotAnswer,
  whyNotAssign,
  whyNotClose,
  whyNotComplete,
  whyNotDrop,
  whyNotReopen,
  whyNotReport,
  whyNotSetDueDate,
} from './action-steps.js'
import { whyNotSupersede } from './action-supersede.js'
import { whyNotChooseSupporters } from './action-supporters.js'
import { whyNotOfferTransfer, whyNotWithdrawTransfer } from './action-transfer.js'
import { type HeldComment, whyNotComment, whyNotEditComment, whyNotWithdrawComment } from './comment.js'
import { dayInLondon } from './due.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { RefusalCode } from './refusal.js'
import { whyNotRestrict } from './restriction.js'
import { isUndoable } from './undoable-acts.js'

/** A command somebody carried out. */
export interface DoneAct {
  personId: string
  command: string
  at: Date
  undone: boolean
}

/**
 * One takes back what one did oneself, once, until the day is over: how things stood at the end of a day is asked for ever
 * (the log as at a day), and what was undone by then was never so.
 */
export function whyNotUndo(viewer: Viewer, act: DoneAct, at: Date): RefusalCode | null {
  if (act.personId !== viewer.personId) return 'not-found'
  if (!isUndoable(act.command)) return 'stays-done'
  if (act.undone) return 'already-undone'
  return dayInLondon(act.at) === dayInLondon(at) ? null : 'undo-over'
}

type WhyNot<Held> = (viewer: Viewer, held: Held) => RefusalCode | null

/** May still do what they did, to the record as it was before: the rule of the act itself is asked again. */
export function whyNotUndoOnAction(viewer: Viewer, command: string, before: HeldAction): RefusalCode | null {
  const rule = ofActions.get(command)
  return rule ? rule(viewer, before) : 'stays-done'
}

export function whyNotUndoOnComment(viewer: Viewer, command: string, held: HeldComment): RefusalCode | null {
  const rule = ofComments.get(command)
  return rule ? rule(viewer, held) : 'stays-done'
}

const ofActions: ReadonlyMap<string, WhyNot<HeldAction>> = new Map<string, WhyNot<HeldAction>>([
  ['assignAction', whyNotAssign],
  ['setActionDueDate', whyNotSetDueDate],
  ['acceptAction', whyNotAnswer],
  ['declineAction', whyNotAnswer],
  ['reportActionProgress', whyNotReport],
  ['completeAction', whyNotComplete],
  ['closeAction', whyNotClose],
  ['reopenAction', whyNotReopen],
  ['dropAction', whyNotDrop],
  ['supersedeAction', whyNotSupersede],
  ['proposeActionTransfer', whyNotOfferTransfer],
  ['withdrawActionTransfer', whyNotWithdrawTransfer],
  ['addActionSupporter', whyNotChooseSupporters],
  ['removeActionSupporter', whyNotChooseSupporters],
  ['restrictAction', (viewer, { record, body }) => whyNotRestrict(viewer, body, record.audience)],
  ['changeActions', (viewer, held) => (may(viewer, 'rule', onBody(held)) ? null : 'not-permitted')],
])

// A comment just made is withdrawn; the other three go back to what they were.
const ofComments: ReadonlyMap<string, WhyNot<HeldComment>> = new Map<string, WhyNot<HeldComment>>([
  ['addComment', whyNotWithdrawComment],
  ['editComment', whyNotEditComment],
  ['withdrawComment', whyNotWithdrawComment],
  ['resolveComment', (viewer, { place, owner }) => whyNotComment(viewer, place, owner)],
])
