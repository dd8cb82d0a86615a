import { actionWaitsOn, type Viewer } from '@camau/domain'
import type { Directory } from '../../platform/directory.js'
import { ownerOf } from '../../platform/graphql/owner.js'
import type { HeldStoredAction } from './action.model.js'
import { actionType } from './action.shape.js'
import type { ActionStore } from './action.store.js'
import type { ActionConnectionType, ActionCountsType, ActionFilter, ActionSort } from './action-log.type.js'
import { byNumber, pageOf } from './action-page.js'
import { countViews, isInScope, isInView, type LogSight } from './action-views.js'

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
}

/** A page of the log with the counts of its views. */
export async function listActions(
  needs: ListActionsNeeds,
  viewer: Viewer,
  { filter, sort, first, after }: LogQuestion,
): Promise<ActionConnectionType> {
  const sight = await look(needs, viewer)
  const { names, at } = sight
  const owner = filter.owner ? ownerOf(filter.owner, names) : null
  const scope = (await needs.actions.list(viewer, scopeOf(filter))).filter((held) => isInScope(held, filter, names))
  const view = scope.filter((held) => isInView(held, filter, owner, sight))
  const { rows, hasNextPage } = pageOf(view, { sort: sort ?? byNumber, first, after, names })
  return {
    totalCount: view.length,
    edges: rows.map(({ cursor, held }) => ({ cursor, node: actionType(held.record, names, at) })),
    pageInfo: { hasNextPage, endCursor: rows.at(-1)?.cursor ?? null },
    counts: countViews(scope, sight),
  }
}

/** The counts of one body's log. */
export async function countActions(needs: ListActionsNeeds, viewer: Viewer, bodyId: string): Promise<ActionCountsType> {
  return countViews(await needs.actions.list(viewer, { bodyId }), await look(needs, viewer))
}

/** What waits on the viewer, the most urgent first: what is late, then what is dated, then the rest. */
export async function actionsWaiting(needs: ListActionsNeeds, viewer: Viewer): Promise<HeldStoredAction[]> {
  return (await needs.actions.list(viewer)).filter((held) => actionWaitsOn(viewer, held, needs.now())).sort(byUrgency)
}

function byUrgency(a: HeldStoredAction, b: HeldStoredAction): number {
  const last = ({ record }: HeldStoredAction) => record.due?.latest ?? '9999'
  return last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : a.record.number - b.record.number
}

async function look({ directory, now, blocked }: ListActionsNeeds, viewer: Viewer): Promise<LogSight> {
  return { viewer, names: await directory.now(), at: now(), blocked: await blocked() }
}

const scopeOf = ({ bodyId, meetingId }: ActionFilter) => ({
  ...(bodyId ? { bodyId } : {}),
  ...(meetingId ? { meetingId } : {}),
})
