import {
  actionWaitsOn,
  dayInLondon,
  dueSoonDays,
  isOverdue,
  lastDay,
  type Owner,
  sameOwner,
  standingIn,
  unfinishedStatuses,
  type Viewer,
} from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { HeldStoredAction } from './action.model.js'
import { ActionCountsType, type ActionFilter } from './action-log.type.js'

/** What questions about an action are answered from, beside the action. */
export interface LogSight {
  viewer: Viewer
  names: Names
  at: Date
  /** Actions held up by something unfinished. */
  blocked: ReadonlySet<string>
  /** The body whose log is looked at; null: all of them. */
  logOf: string | null
}

/** What went from the log to another body, or is only offered to it, is shown there and counts among what is its own in no view. */
const standingOf = ({ record }: HeldStoredAction, { logOf }: LogSight) => (logOf ? standingIn(record, logOf) : 'here')

/** The questions that views of the log ask, each once: the filter and the counts can then never disagree. */
function viewsOf({ record, body }: HeldStoredAction, { viewer, at, blocked }: LogSight) {
  // Answered when asked: most questions of a log ask for none of them.
  return {
    unfinished: () => unfinishedStatuses.includes(record.status),
    overdue: () => unfinishedStatuses.includes(record.status) && isOverdue(record.due, dayInLondon(at)),
    ownerStated: () => record.owner !== null,
    hasDate: () => record.due !== null,
    waitingForMe: () => actionWaitsOn(viewer, { record, body }, at),
    blocked: () => blocked.has(record.id),
    dueWithin: (days: number) => isDueWithin({ record, body }, days, at),
  }
}

function isDueWithin({ record }: HeldStoredAction, days: number, at: Date): boolean {
  const last = record.due && lastDay(record.due)
  if (!last || !unfinishedStatuses.includes(record.status)) return false
  const until = dayInLondon(new Date(at.getTime() + days * 86_400_000))
  return last >= dayInLondon(at) && last <= until
}

/** The part of a filter that says which log is looked at; the counts are over this. */
export function isInScope(held: HeldStoredAction, filter: ActionFilter, names: Names): boolean {
  const { record } = held
  if (filter.bodyId && standingIn(record, filter.bodyId) === null) return false
  if (filter.meetingId && record.origin?.meetingId !== filter.meetingId) return false
  if (filter.kind && record.kind !== filter.kind) return false
  return !filter.text || matches(held, filter.text, names)
}

/** The part that picks a view of it. `owner` is the owner meant by the filter, read beforehand. */
export function isInView(held: HeldStoredAction, filter: ActionFilter, owner: Owner | null, sight: LogSight): boolean {
  const views = viewsOf(held, sight)
  const standing = standingOf(held, sight)
  if (standing !== 'here' && !isInViewFromElsewhere(filter, standing === 'gone', views.waitingForMe)) return false
  if (standing === 'gone' && filter.status) return true
  if (yesNo.some((view) => typeof filter[view] === 'boolean' && filter[view] !== views[view]())) return false
  if (filter.status && !filter.status.includes(held.record.status)) return false
  if (owner && !sameOwner(held.record.owner, owner)) return false
  return typeof filter.dueWithinDays !== 'number' || views.dueWithin(filter.dueWithinDays)
}

const yesNo = ['ownerStated', 'waitingForMe', 'overdue', 'hasDate', 'blocked', 'unfinished'] as const

/** Of what is not the body's own, a log knows only that it went, and whether it waits on me. */
function isInViewFromElsewhere(filter: ActionFilter, isGone: boolean, waits: () => boolean): boolean {
  const { waitingForMe, status } = filter
  const asksMore = yesNo.some((view) => view !== 'waitingForMe' && typeof filter[view] === 'boolean')
  if (asksMore || filter.owner || typeof filter.dueWithinDays === 'number') return false
  if (status && !(isGone && status.includes('transferred'))) return false
  return typeof waitingForMe !== 'boolean' || waitingForMe === waits()
}

/** How many there are in each view; in one pass, since every question of a log asks for it. */
export function countViews(all: readonly HeldStoredAction[], sight: LogSight): ActionCountsType {
  const counts = Object.assign(new ActionCountsType(), noCounts)
  counts.all = all.length
  for (const held of all) {
    const views = viewsOf(held, sight)
    const standing = standingOf(held, sight)
    if (standing === 'gone') counts.transferred += 1
    else if (views.waitingForMe()) counts.waitingForMe += 1
    if (standing === 'offered') counts.offered += 1
    if (standing !== 'here') continue
    const { status } = held.record
    if (status !== 'transferred') counts[countOf[status]] += 1
    if (!views.ownerStated()) counts.ownerNotStated += 1
    if (!views.hasDate()) counts.noDate += 1
    if (views.blocked()) counts.blocked += 1
    if (!views.unfinished()) continue
    counts.unfinished += 1
    if (views.overdue()) counts.overdue += 1
    if (views.dueWithin(dueSoonDays)) counts.dueSoon += 1
  }
  return counts
}

const countOf = {
  proposed: 'proposed',
  open: 'open',
  'in-progress': 'inProgress',
  done: 'done',
  closed: 'closed',
  dropped: 'dropped',
  superseded: 'superseded',
} as const

const noCounts: ActionCountsType = {
  all: 0,
  unfinished: 0,
  proposed: 0,
  open: 0,
  inProgress: 0,
  done: 0,
  closed: 0,
  dropped: 0,
  superseded: 0,
  transferred: 0,
  offered: 0,
  overdue: 0,
  ownerNotStated: 0,
  noDate: 0,
  waitingForMe: 0,
  blocked: 0,
  dueSoon: 0,
}

/** Every word of the text in title, number or owner's name, without regard to case and accents. */
function matches({ record }: HeldStoredAction, text: string, names: Names): boolean {
  const label = record.owner ? names.ownerLabel(record.owner).label : { en: '', cy: '' }
  const place = plain(`${record.number} ${record.title} ${label.en ?? ''} ${label.cy ?? ''}`)
  return plain(text)
    .split(/\s+/)
    .every((word) => place.includes(word))
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
