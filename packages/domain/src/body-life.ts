import { type Action, unfinishedStatuses } from './action.js'
import { type Body, type BodyKind, type BodyStatus, meetingKinds, whyNotAnswerable } from './body.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** Statuses from which each step in the life of a body may be taken, and where it leads. One table; a test walks every cell. */
export const bodySteps = {
  start: { from: ['proposed'], to: 'active' },
  close: { from: ['proposed', 'active'], to: 'closed' },
  reestablish: { from: ['closed'], to: 'active' },
  nameSuccessor: { from: ['active', 'closed'], to: null },
} as const satisfies Record<string, { from: readonly BodyStatus[]; to: BodyStatus | null }>
export type BodyStep = keyof typeof bodySteps

const notNow: Record<BodyStep, RefusalCode> = {
  start: 'body-not-startable-now',
  close: 'body-not-closable-now',
  reestablish: 'body-not-reopenable-now',
  nameSuccessor: 'no-successor-now',
}

/** One line of the life of a body. Lines are added, never changed. */
export interface BodyEvent {
  step: 'propose' | BodyStep
  at: Date
  personId: string
  /** The day from or on which it counts. */
  day: string
  reason: string | null
  successorId: string | null
}

/** Kinds that can be proposed here; the others are the programme itself, or carry rights that nobody gives by a form. */
export const proposableKinds: readonly BodyKind[] = ['task-and-finish', 'other']

// A closed body is asked about as if it were not: who may bring it back is what the table says of its place.
const placeOf = ({ id, kind, parentId }: BodyInLife) => ({ space: 'body', body: { id, kind, parentId } }) as const

type BodyInLife = Pick<Body, 'id' | 'kind' | 'parentId' | 'status'>

/** Setting up a group: those who manage membership, and whoever would rule on it (the chairs of its workstream). */
export function whyNotProposeBody(viewer: Viewer, body: BodyInLife): RefusalCode | null {
  if (!proposableKinds.includes(body.kind)) return 'not-permitted'
  return may(viewer, 'write', { space: 'membership' }) || may(viewer, 'rule', placeOf(body)) ? null : 'not-permitted'
}

/** A group that meets is time-limited: it has a parent it reports to, a remit and a planned end (requirements, row 6). */
export function whyNotSetUp(
  { kind, remit, plannedEnd }: { kind: BodyKind; remit: string | null; plannedEnd: string | null },
  parent: Pick<Body, 'kind' | 'status'> | null,
): RefusalCode | null {
  if (kind !== 'task-and-finish') return null
  if (!parent || (parent.kind !== 'advisory-group' && parent.kind !== 'workstream')) return 'parent-needed'
  if (!remit) return 'remit-needed'
  if (!plannedEnd) return 'end-needed'
  return whyNotAnswerable(parent)
}

/** Starting, closing and succeeding are decisions: for the chair of the advisory group, and for those who rule on the body itself. */
export function whyNotBodyStep(viewer: Viewer, body: BodyInLife, step: BodyStep): RefusalCode | null {
  if (!may(viewer, 'rule', { space: 'membership' }) && !may(viewer, 'rule', placeOf(body))) return 'not-permitted'
  return (bodySteps[step].from as readonly BodyStatus[]).includes(body.status) ? null : notNow[step]
}

/** Re-establishing needs a reason; the other steps may give one. */
export function takeBodyStep<T extends BodyInLife>(viewer: Viewer, body: T, step: BodyStep, reason: string | null): T {
  const refusal = whyNotBodyStep(viewer, body, step)
  if (refusal) throw new Refusal(refusal)
  if (step === 'reestablish' && !reason?.trim()) throw new Refusal('reason-needed')
  return { ...body, status: bodySteps[step].to ?? body.status }
}

/** A successor is another body that has not closed. */
export function whyNotSucceed(body: Pick<Body, 'id'>, successor: Pick<Body, 'id' | 'status'>): RefusalCode | null {
  return successor.id === body.id || successor.status === 'closed' ? 'not-a-successor' : null
}

/** Where one open item of a closing body or phase goes. Exactly one of the three. */
export type Placement =
  | { actionId: string; to: 'body'; bodyId: string }
  | { actionId: string; to: 'legacy'; legacyItemId: string }
  | { actionId: string; to: 'dropped'; reason: string }

/** What is unfinished and goes nowhere yet: closing waits until each of these is finished, moved on or dropped with a reason. */
export function unplaced<T extends Pick<Action, 'id' | 'status'>>(
  actions: readonly T[],
  placements: readonly Placement[],
): T[] {
  const placed = new Set(placements.map(({ actionId }) => actionId))
  return actions.filter(({ id, status }) => unfinishedStatuses.includes(status) && !placed.has(id))
}

/** A closing body hands its work to the group it reports to, or to its successor; either must be at work and keep a log. */
export function whyNotReceive(
  receiver: BodyInLife,
  closing: Pick<Body, 'parentId'>,
  successorId: string | null,
): RefusalCode | null {
  if (receiver.id !== closing.parentId && receiver.id !== successorId) return 'not-a-successor'
  return meetingKinds.includes(receiver.kind) ? whyNotAnswerable(receiver) : 'not-a-successor'
}
