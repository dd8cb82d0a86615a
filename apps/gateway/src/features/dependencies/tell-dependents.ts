import {
  type Action,
  blockingKinds,
  dayInLondon,
  lastDay,
  type NoticeKind,
  type Owner,
  type Radar,
  type RadarItem,
  radar,
  unfinishedStatuses,
} from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { GivenNotice, Notify } from '../../platform/notify.js'
import type { DependencyStore } from './dependency.store.js'

export type ToldAction = Pick<Action, 'id' | 'bodyId' | 'status' | 'due' | 'owner' | 'statusHistory' | 'earlierDues'>

/** One action as it was and as a command leaves it. */
export interface ChangedAction {
  before: ToldAction
  after: ToldAction
}

export interface TellDependentsNeeds {
  dependencies: DependencyStore
  notify: Notify
  actions: () => Promise<readonly ToldAction[]>
  now: () => Date
}

const theGroup: Owner = { kind: 'body', bodyId: 'body-operational-group' }

/**
 * Tells owners and the Operational Group of delays that reach past a date, and owners and chairs when what waits is free, or what
 * it waits for is dropped, replaced or taken up again (requirements, row 45).
 */
export function tellDependents({ dependencies, notify, actions, now }: TellDependentsNeeds) {
  return async (tx: Transaction, changes: readonly ChangedAction[]): Promise<void> => {
    const links = (await dependencies.all()).filter(({ kind }) => blockingKinds.includes(kind))
    const waitedFor = new Set(links.map(({ dependsOnId }) => dependsOnId))
    const changed = changes.filter(({ after }) => waitedFor.has(after.id)).filter(matters)
    if (changed.length === 0) return
    const known = await actions()
    const before = byId([...known, ...changes.map((one) => one.before)])
    const after = byId([...known, ...changes.map((one) => one.after)])
    const today = dayInLondon(now())
    const was = radar([...before.values()].map(itemOf), links, today)
    const is = radar([...after.values()].map(itemOf), links, today)
    const turned = changed.flatMap((change) => turns(change, was, is))
    for (const { id, becauseOf, kind } of [...slips(changed.filter(isLater), was, is), ...turned]) {
      const [waiting, cause] = [after.get(id), changes.find((one) => one.after.id === becauseOf)]
      if (waiting && cause) await notify(tx, [noticeOf(kind, waiting, cause)])
    }
  }
}

interface News {
  id: string
  becauseOf: string
  kind: NoticeKind
}

/** What cannot keep its day because of what moved; and what waits for that itself, whether it can or not. */
function slips(later: readonly ChangedAction[], was: Radar, is: Radar): News[] {
  const moved = new Set(later.map(({ after }) => after.id))
  const held = [...is.points.values()].flatMap(({ id, slipDays, becauseOf }) => {
    const worse = becauseOf !== null && moved.has(becauseOf) && slipDays > (was.points.get(id)?.slipDays ?? 0)
    return worse ? [{ id, becauseOf, kind: 'held-up' as const }] : []
  })
  const known = new Set(held.map(({ id }) => id))
  const near = is.holding.filter(({ dependentId, dependsOnId }) => moved.has(dependsOnId) && !known.has(dependentId))
  return [...held, ...near.map((link) => ({ ...endsOf(link), kind: 'due-moved' as const }))]
}

const ends: Partial<Record<Action['status'], NoticeKind>> = { dropped: 'let-go', superseded: 'replaced' }

/** What waits for something that is over now, or is not over any more. */
function turns({ before, after }: ChangedAction, was: Radar, is: Radar): News[] {
  const links = ({ holding }: Radar) => holding.filter(({ dependsOnId }) => dependsOnId === after.id).map(endsOf)
  if (isOver(before)) return isOver(after) ? [] : links(is).map((one) => ({ ...one, kind: 'held-again' as const }))
  if (!isOver(after)) return []
  const kind = ends[after.status]
  if (kind) return links(was).map((one) => ({ ...one, kind }))
  const stillHeld = new Set(is.holding.map(({ dependentId }) => dependentId))
  return links(was)
    .filter(({ id }) => !stillHeld.has(id))
    .map((one) => ({ ...one, kind: 'freed' as const }))
}

const endsOf = ({ dependentId, dependsOnId }: Radar['holding'][number]) => ({ id: dependentId, becauseOf: dependsOnId })

function noticeOf(kind: NoticeKind, { id, bodyId, owner }: ToldAction, { before, after }: ChangedAction): GivenNotice {
  const moved = kind === 'held-up' || kind === 'due-moved'
  const chair = { kind: 'office', bodyId, office: 'chair' } as const
  const said = moved
    ? after.earlierDues.slice(before.earlierDues.length)
    : after.statusHistory.slice(before.statusHistory.length)
  return {
    kind,
    to: [owner, moved ? theGroup : chair],
    about: { type: 'Action', id },
    because: { type: 'Action', id: after.id },
    text: said.at(-1)?.reason ?? null,
  }
}

const byId = (all: readonly ToldAction[]) => new Map(all.map((one) => [one.id, one]))
const isOver = ({ status }: ToldAction): boolean => !unfinishedStatuses.includes(status)
const matters = (change: ChangedAction): boolean => isOver(change.before) !== isOver(change.after) || isLater(change)

function isLater({ before, after }: ChangedAction): boolean {
  const [was, is] = [before, after].map(({ due }) => due && lastDay(due))
  return Boolean(is && is !== was && (!was || is > was))
}

const itemOf = (action: ToldAction): RadarItem => ({
  id: action.id,
  done: isOver(action),
  due: action.due && lastDay(action.due),
})
