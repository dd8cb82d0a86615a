import type { BodyPlace } from './body.js'
import { type Due, overdueSince } from './due.js'
import type { Viewer } from './offices.js'
import { type Owner, owns } from './owner.js'
import { may, maySee, type Restriction } from './permissions.js'
import type { Audience, FieldVersions, LocalText, Source } from './record.js'
import { workingDaysBetween } from './working-days.js'

export const actionStatuses = [
  'proposed',
  'open',
  'in-progress',
  'done',
  'closed',
  'dropped',
  'superseded',
  'transferred',
] as const
export type ActionStatus = (typeof actionStatuses)[number]

/** In the order in which a meeting asks about them: what is under way first, what is over last. */
export const statusesAsAsked: readonly ActionStatus[] = [
  'in-progress',
  'open',
  'proposed',
  'done',
  'closed',
  'dropped',
  'superseded',
  'transferred',
]

export interface Acceptance {
  state: 'waiting' | 'accepted'
  at: Date
  personId: string
}

export interface EarlierOwner {
  owner: Owner | null
  until: Date
  personId: string
  /** Why the owner declined; null when a chair chose another. */
  declined: string | null
}

export interface EarlierDue {
  due: Due | null
  until: Date
  personId: string
  reason: string | null
}

/** One change of status here: when, by whom, from what to what, and why. `from` is null where the action was raised. */
export interface StatusChange {
  at: Date
  personId: string
  from: ActionStatus | null
  to: ActionStatus
  reason: string | null
}

/** A body that held the action before, and why it went on. */
export interface EarlierBody {
  bodyId: string
  until: Date
  personId: string
  reason: string
}

/** Offered to another body; until that body accepts, the action stays where it is. */
export interface Transfer {
  toBodyId: string
  at: Date
  personId: string
  reason: string
}

/** An offer that the other body did not take, and why. */
export interface DeclinedTransfer extends Transfer {
  declinedBy: string
  declinedAt: Date
  declined: string
}

export interface ProgressNote {
  at: Date
  personId: string
  text: string
}

/** What a source document said of the action at its date. */
export interface StatusNote {
  asOf: string
  /** The source's own word: requested, planned, delayed, continuing… */
  status: string
  note: string | null
  source: Source
}

export type ActionField = 'status' | 'owner' | 'due'

export interface Action {
  id: string
  number: number
  kind: 'action' | 'decision'
  /** Projected from the live document after each save. */
  title: string
  bodyId: string
  status: ActionStatus
  audience: Audience
  owner: Owner | null
  acceptance: Acceptance | null
  earlierOwners: EarlierOwner[]
  due: Due | null
  earlierDues: EarlierDue[]
  progress: ProgressNote[]
  evidence: string | null
  /** Why it was dropped or reopened, last. */
  reason: string | null
  statusNotes: StatusNote[]
  /** Every change of status made here, oldest first. */
  statusHistory: StatusChange[]
  earlierBodies: EarlierBody[]
  transfer: Transfer | null
  declinedTransfers: DeclinedTransfer[]
  /** The action that took its place; null unless it is superseded. */
  supersededBy: string | null
  /** The action this is a part of. */
  parentId: string | null
  /** Who helps the owner: they see it, and do not close it. */
  supporters: Owner[]
  versions: FieldVersions<ActionField>
  /** Those who may see it at all, beside its owner; null or absent: not restricted. */
  restrictedTo?: Restriction
}

/** What a rule asks of a sub-action. The title is null where the person may not see it. */
export interface ActionPart extends Pick<Action, 'id' | 'number' | 'status'> {
  title: string | null
}

/** The rules need the body that holds the action beside the action itself. */
export interface Held<T> {
  record: T
  body: BodyPlace
}
/** Something unfinished that an action waits for, as whoever asks may see it: of what is not for them, only its body. */
export interface OpenBlocker {
  id: string
  type: string
  label: string
  number: number | null
  body: LocalText | null
  restricted: boolean
}

export interface HeldAction extends Held<Action> {
  /** What it waits for and is not finished, where a rule needs it. */
  blockers?: readonly OpenBlocker[]
  /** Its sub-actions, where a rule needs them. */
  parts?: readonly ActionPart[]
}

/** Where an action stands, as the permission table asks. */
export const onBody = ({ body }: HeldAction) => ({ space: 'body', body }) as const

/** Owners and supporters see what is theirs, whatever else they may not see; a restricted one is for its owner and those it names. */
export function maySeeAction(viewer: Viewer, held: HeldAction): boolean {
  const { audience, owner, supporters, restrictedTo = null } = held.record
  if (restrictedTo) return maySee(viewer, audience, onBody(held), restrictedTo) || owns(viewer, owner)
  if (maySee(viewer, audience, onBody(held))) return true
  return owns(viewer, owner) || supporters.some((one) => owns(viewer, one))
}

/** What the sources' words come to in the life of an action; the word itself stays as a dated note. */
export function statusFromSource(word: string): ActionStatus {
  return sourceStatuses[word] ?? 'proposed'
}

const sourceStatuses: Record<string, ActionStatus> = {
  planned: 'open',
  'in-progress': 'in-progress',
  continuing: 'in-progress',
  delayed: 'in-progress',
  done: 'done',
}

/** Work not yet finished: what the log shows first, and what carries forward. */
export const unfinishedStatuses: readonly ActionStatus[] = ['proposed', 'open', 'in-progress']

/** Late work is unfinished work past its last day; finished work is never late. */
export function actionOverdueSince(action: Pick<Action, 'status' | 'due'>, today: string): string | null {
  return unfinishedStatuses.includes(action.status) ? overdueSince(action.due, today) : null
}

/** Working days an owner has to answer the chair who asked. */
export const daysToAnswer = 5

/** Asked more than five working days ago, and still no answer: the chair is told. */
export function answerIsLate({ status, acceptance }: Pick<Action, 'status' | 'acceptance'>, at: Date): boolean {
  if (acceptance?.state !== 'waiting' || !unfinishedStatuses.includes(status)) return false
  return workingDaysBetween(acceptance.at, at) > daysToAnswer
}

/**
 * What waits on this person: an answer to a chair who asked, work they own, an action another body offers theirs, or something
 * raised, finished or left unanswered here that they rule on. What the documents alone call proposed or done waits on nobody
 * until somebody takes it up.
 */
export function actionWaitsOn(viewer: Viewer, { record, body }: HeldAction, at: Date): boolean {
  if (owns(viewer, record.owner) && (record.status === 'open' || record.status === 'in-progress')) return true
  if (record.transfer && rulesAtHome(viewer, record.transfer.toBodyId)) return true
  const takenUp = record.versions.status !== undefined && (record.status === 'proposed' || record.status === 'done')
  return (takenUp || answerIsLate(record, at)) && !owns(viewer, record.owner) && rulesAtHome(viewer, body.id)
}

// The MAG chair may rule everywhere; what waits on them is still only what their own bodies hold.
function rulesAtHome(viewer: Viewer, bodyId: string): boolean {
  const held = viewer.offices.find((office) => office.bodyId === bodyId)
  if (!held) return false
  const body = { id: bodyId, kind: held.bodyKind, parentId: held.bodyParentId }
  return may(viewer, 'rule', { space: 'body', body })
}
