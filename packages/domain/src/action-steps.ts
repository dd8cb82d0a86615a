import { type Action, type ActionStatus, type HeldAction, onBody, unfinishedStatuses } from './action.js'
import { reasonDespiteBlockers } from './action-blockers.js'
import { moved } from './action-moved.js'
import { needNoOpenParts, whyNotDivide } from './action-parts.js'
import type { BodyPlace } from './body.js'
import type { Due } from './due.js'
import type { Viewer } from './offices.js'
import { type Owner, owns, sameOwner } from './owner.js'
import { may } from './permissions.js'
import { versionsAfter } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { needText, refuse } from './refusing.js'

/** Statuses from which each step may be taken. One table; a test walks every cell. */
export const actionSteps = {
  assign: ['proposed', 'open', 'in-progress'],
  setDueDate: ['proposed', 'open', 'in-progress'],
  accept: ['open', 'in-progress'],
  reportProgress: ['open', 'in-progress'],
  complete: ['open', 'in-progress'],
  close: ['open', 'in-progress', 'done'],
  reopen: ['done', 'closed', 'dropped', 'superseded'],
  drop: ['proposed', 'open', 'in-progress'],
} as const satisfies Record<string, readonly ActionStatus[]>
export type ActionStep = keyof typeof actionSteps

const from = (step: ActionStep, action: Action) =>
  (actionSteps[step] as readonly ActionStatus[]).includes(action.status)

/** Raising an action takes the right to write in the body's space; the chair then decides. */
export function whyNotPropose(viewer: Viewer, body: BodyPlace): RefusalCode | null {
  return may(viewer, 'write', { space: 'body', body }) ? null : 'not-permitted'
}

/** Chairs and vice-chairs assign in their own body only (requirements, row 15). */
export function whyNotAssign(viewer: Viewer, held: HeldAction): RefusalCode | null {
  if (!may(viewer, 'rule', onBody(held))) return 'not-permitted'
  return from('assign', held.record) ? null : 'not-assignable-now'
}

export function assign(viewer: Viewer, held: HeldAction, owner: Owner, at: Date): Action {
  refuse(whyNotAssign(viewer, held))
  const action = held.record
  if (sameOwner(action.owner, owner) && action.acceptance?.state === 'waiting') throw new Refusal('already-so')
  return {
    ...(action.status === 'proposed' ? moved(viewer, action, 'open', null, at) : action),
    owner,
    acceptance: { state: 'waiting', at, personId: viewer.personId },
    earlierOwners: [
      ...action.earlierOwners,
      { owner: action.owner, until: at, personId: viewer.personId, declined: null },
    ],
  }
}

/** The owner answers once asked; nobody else can answer for them. */
export function whyNotAnswer(viewer: Viewer, { record }: HeldAction): RefusalCode | null {
  if (!owns(viewer, record.owner)) return 'not-permitted'
  return from('accept', record) && record.acceptance?.state === 'waiting' ? null : 'not-acceptable-now'
}

export function accept(viewer: Viewer, held: HeldAction, at: Date): Action {
  refuse(whyNotAnswer(viewer, held))
  return { ...held.record, acceptance: { state: 'accepted', at, personId: viewer.personId } }
}

/** Declining gives the action back to the chair: proposed again, without owner, the reason on record. */
export function decline(viewer: Viewer, held: HeldAction, reason: string, at: Date): Action {
  refuse(whyNotAnswer(viewer, held))
  needText(reason, 'reason-needed')
  const action = held.record
  return {
    ...moved(viewer, action, 'proposed', reason, at),
    owner: null,
    acceptance: null,
    earlierOwners: [
      ...action.earlierOwners,
      { owner: action.owner, until: at, personId: viewer.personId, declined: reason },
    ],
  }
}

export function whyNotSetDueDate(viewer: Viewer, held: HeldAction): RefusalCode | null {
  if (!may(viewer, 'rule', onBody(held))) return 'not-permitted'
  return from('setDueDate', held.record) ? null : 'not-datable-now'
}

/** Whether moving the date now takes a reason: from the second move on. Setting a first date is not a move. */
export function moveNeedsReason(action: Action): boolean {
  return action.due !== null && action.earlierDues.some(({ due }) => due !== null)
}

/** Every earlier date stays on record. `due` null takes the date away; `readDue` has seen to it that its days exist. */
export function setDueDate(viewer: Viewer, held: HeldAction, due: Due | null, reason: string | null, at: Date): Action {
  refuse(whyNotSetDueDate(viewer, held))
  const action = held.record
  if (JSON.stringify(due) === JSON.stringify(action.due)) throw new Refusal('already-so')
  if (moveNeedsReason(action)) needText(reason, 'reason-needed')
  return {
    ...action,
    due,
    earlierDues: [...action.earlierDues, { due: action.due, until: at, personId: viewer.personId, reason }],
  }
}

/** Owners report; the first report moves an open action to in progress. What has parts follows them, and is not typed over. */
export function whyNotReport(viewer: Viewer, { record, parts }: HeldAction): RefusalCode | null {
  if (!owns(viewer, record.owner)) return 'not-permitted'
  if (!from('reportProgress', record)) return 'not-reportable-now'
  if (parts?.length) return 'progress-derived'
  return record.acceptance?.state === 'waiting' ? 'accept-first' : null
}

export function reportProgress(viewer: Viewer, held: HeldAction, text: string, at: Date): Action {
  refuse(whyNotReport(viewer, held))
  needText(text, 'text-needed')
  const action = held.record
  return {
    ...(action.status === 'open' ? moved(viewer, action, 'in-progress', null, at) : action),
    progress: [...action.progress, { at, personId: viewer.personId, text }],
  }
}

/** Owners finish the work, and show it. */
export function whyNotComplete(viewer: Viewer, { record }: HeldAction): RefusalCode | null {
  if (!owns(viewer, record.owner)) return 'not-permitted'
  if (!from('complete', record)) return 'not-completable-now'
  return record.acceptance?.state === 'waiting' ? 'accept-first' : null
}

export function complete(
  viewer: Viewer,
  held: HeldAction,
  evidence: string,
  at: Date,
  override: string | null = null,
): Action {
  refuse(whyNotComplete(viewer, held))
  needText(evidence, 'evidence-needed')
  needNoOpenParts(held)
  return { ...moved(viewer, held.record, 'done', reasonDespiteBlockers(held, override), at), evidence }
}

/** Those who rule on the body's actions declare them closed. Unless the owner called it done, evidence is needed. */
export function whyNotClose(viewer: Viewer, held: HeldAction): RefusalCode | null {
  if (!may(viewer, 'rule', onBody(held))) return 'not-permitted'
  return from('close', held.record) ? null : 'not-closable-now'
}

export function close(
  viewer: Viewer,
  held: HeldAction,
  evidence: string | null,
  at: Date,
  override: string | null = null,
): Action {
  refuse(whyNotClose(viewer, held))
  const action = held.record
  if (action.status !== 'done') needText(evidence, 'evidence-needed')
  needNoOpenParts(held)
  const reason = reasonDespiteBlockers(held, override)
  return { ...moved(viewer, action, 'closed', reason, at), evidence: evidence ?? action.evidence }
}

export function whyNotReopen(viewer: Viewer, held: HeldAction): RefusalCode | null {
  if (!may(viewer, 'rule', onBody(held))) return 'not-permitted'
  return from('reopen', held.record) ? null : 'not-reopenable-now'
}

/** Reopening needs a reason; the action goes back to where its work stood. */
export function reopen(viewer: Viewer, held: HeldAction, reason: string, at: Date): Action {
  refuse(whyNotReopen(viewer, held))
  needText(reason, 'reason-needed')
  const action = held.record
  const before = action.progress.length ? 'in-progress' : action.owner ? 'open' : 'proposed'
  return { ...moved(viewer, action, before, reason, at), reason, supersededBy: null }
}

export function whyNotDrop(viewer: Viewer, held: HeldAction): RefusalCode | null {
  if (!may(viewer, 'rule', onBody(held))) return 'not-permitted'
  return from('drop', held.record) ? null : 'not-droppable-now'
}

export function drop(viewer: Viewer, held: HeldAction, reason: string, at: Date): Action {
  refuse(whyNotDrop(viewer, held))
  needText(reason, 'reason-needed')
  needNoOpenParts(held)
  return { ...moved(viewer, held.record, 'dropped', reason, at), reason }
}

/**
 * Title and detail are words, written live by those who may write in the body, while the action is unfinished. Owning it is no
 * such right: whoever answers for a promise does not reword it.
 */
export function whyNotWriteAction(viewer: Viewer, held: HeldAction): RefusalCode | null {
  if (!may(viewer, 'write', onBody(held))) return 'not-permitted'
  return unfinishedStatuses.includes(held.record.status) ? null : 'read-only'
}

type GivenAction = Pick<Action, 'id' | 'number' | 'title' | 'owner' | 'due'> & { parent?: Action | null }

/** A new action: proposed, without acceptance; the chair then decides on owner and date, whatever the proposer suggests. */
export function propose(viewer: Viewer, body: BodyPlace, { parent = null, ...given }: GivenAction, at: Date): Action {
  refuse(whyNotPropose(viewer, body))
  if (parent) refuse(whyNotDivide(parent, body.id))
  needText(given.title, 'text-needed')
  return {
    ...given,
    kind: 'action',
    bodyId: body.id,
    status: 'proposed',
    audience: 'member',
    acceptance: null,
    earlierOwners: [],
    earlierDues: [],
    progress: [],
    evidence: null,
    reason: null,
    statusNotes: [],
    statusHistory: [{ at, personId: viewer.personId, from: null, to: 'proposed', reason: null }],
    earlierBodies: [],
    transfer: null,
    declinedTransfers: [],
    supersededBy: null,
    parentId: parent?.id ?? null,
    supporters: [],
    versions: versionsAfter({}, ['status'], at, viewer.personId),
  }
}
