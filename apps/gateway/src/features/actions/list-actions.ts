import { type ActionStatus, actionWaitsOn, statusesAsAsked, type Viewer } from '@camau/domain'
import type { Directory } from '../../platform/directory.js'
import { ownerOf } from '../../platform/graphql/owner.js'
import type { HeldStoredAction } from './action.model.js'
import { actionType } from './action.shape.js'
import type { ActionStore } from './action.store.js'
import type {
  ActionConnectionType,
  ActionCountsType,
  ActionFilter,
  ActionGroupType,
  ActionSort,
} from './action-log.type.js'
import { groupOf } from './action-order.js'
import { byNumber, inOrderOf, pageOf, type Ranked } from './action-page.js'
import { countViews, isInScope, isInView, type LogSight } from './action-views.js'
import { asAt, endOfDay } from './actions-as-at.js'
import { recentLog, type WorkedOutLog } from './recent-logs.js'

export interface ListActionsNeeds {
  actions: ActionStore
  directory: Directory
  now: () => Date
  /** Ids of everything that is held up by something unfinished. */
  blocked: () => Promise<ReadonlySet<string>>
}

export interface LogQuestion {
  filter: ActionFilter
  sort: ActionSort | null
  first: number | null
  after: string | null
  from: number | null
}

/** A page of the log with the counts of its views. */
export async function listActions(
  needs: ListActionsNeeds,
  viewer: Viewer,
  { filter, sort: asked, ...place }: LogQuestion,
): Promise<ActionConnectionType> {
  const sort = asked ?? byNumber
  // Before anything is read: what is read later may only be newer than what it is kept for.
  const state = await needs.actions.state()
  const sight = await look(needs, viewer, filter)
  const { names } = sight
  const { scope, ranked, now } = await recentLog({ state, ...sight }, filter, sort, () =>
    workOut(needs.actions, filter, sort, sight),
  )
  const { rows, hasNextPage } = pageOf(ranked, { ...place, sort })
  return {
    totalCount: ranked.length,
    edges: rows.map(({ cursor, held }) => ({ cursor, node: actionType(now(held), names, needs.now()) })),
    pageInfo: { hasNextPage, endCursor: rows.at(-1)?.cursor ?? null },
    // Looked for only where they are asked for: a page further down a long log asks for neither.
    get counts() {
      return countViews(scope, sight)
    },
    get groups() {
      return groupsOf(ranked, sight.logOf)
    },
  }
}

/** How many of a list stand in each group, in the order in which the groups stand. */
function groupsOf(view: readonly Ranked[], logOf: string | null): ActionGroupType[] {
  const counted = new Map<ActionStatus, number>()
  for (const { held } of view) {
    const status = groupOf(held.record, logOf)
    counted.set(status, (counted.get(status) ?? 0) + 1)
  }
  return statusesAsAsked.flatMap((status) => {
    const count = counted.get(status)
    return count ? [{ status, count }] : []
  })
}

/** The counts of one body's log. */
export async function countActions(needs: ListActionsNeeds, viewer: Viewer, bodyId: string): Promise<ActionCountsType> {
  return countViews(await needs.actions.list(viewer, { logOf: bodyId }), await look(needs, viewer, { bodyId }))
}

/** What waits on the viewer, the most urgent first: what is late, then what is dated, then the rest. */
export async function actionsWaiting(needs: ListActionsNeeds, viewer: Viewer): Promise<HeldStoredAction[]> {
  return (await needs.actions.list(viewer)).filter((held) => actionWaitsOn(viewer, held, needs.now())).sort(byUrgency)
}

function byUrgency(a: HeldStoredAction, b: HeldStoredAction): number {
  const last = ({ record }: HeldStoredAction) => record.due?.latest ?? '9999'
  return last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : a.record.number - b.record.number
}

const nothing: ReadonlySet<string> = new Set()

async function look(
  { directory, now, blocked }: ListActionsNeeds,
  viewer: Viewer,
  { bodyId, asAt: day }: ActionFilter,
): Promise<LogSight> {
  const sight = { viewer, names: await directory.now(), logOf: bodyId ?? null }
  return day ? { ...sight, at: endOfDay(day), blocked: nothing } : { ...sight, at: now(), blocked: await blocked() }
}

async function workOut(
  actions: ActionStore,
  filter: ActionFilter,
  sort: ActionSort,
  sight: LogSight,
): Promise<WorkedOutLog> {
  const owner = filter.owner ? ownerOf(filter.owner, sight.names) : null
  const { scope, now } = await scopeOf(actions, filter, sight)
  const view = scope.filter((held) => isInView(held, filter, owner, sight))
  return { scope, ranked: inOrderOf(view, sort, sight), now }
}

/** The rows a question is about, as they stand or stood, and each as it stands now. */
async function scopeOf(actions: ActionStore, filter: ActionFilter, { viewer, names }: LogSight) {
  const { bodyId, meetingId, asAt: day } = filter
  const isAsked = (held: HeldStoredAction) => isInScope(held, filter, names)
  const meeting = meetingId ? { meetingId } : {}
  if (!day) {
    const listed = await actions.list(viewer, { ...meeting, ...(bodyId ? { logOf: bodyId } : {}) })
    return { scope: listed.filter(isAsked), now: ({ record }: HeldStoredAction) => record }
  }
  const listed = await actions.list(viewer, meeting)
  const present = new Map(listed.map(({ record }) => [record.id, record]))
  return {
    scope: asAt(listed, day, names).filter(isAsked),
    now: ({ record }: HeldStoredAction) => present.get(record.id) ?? record,
  }
}
