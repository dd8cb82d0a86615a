import { type ActionStatus, dueSoonDays, statusesAsAsked } from '@camau/domain'
import { graphqlName } from '../../platform/enums'
import type { ActionFilter, ActionSort, CountsOfActionsFragment } from './actions.graphql.js'
import type { Grouping, LogItem, Sort } from './log-items'
import { countedStatuses, type View } from './log-views'

/** Up to here a log is in the browser as a whole, and its views are answered without asking. Beyond, the server answers them. */
export const longestWhole = 2_000

/** What a log too long to be held as a whole asks the server for: rows of one view, in the order in which they stand. */
export interface LogQuestion {
  filter: ActionFilter
  sort: ActionSort
}

interface Asked {
  bodyId: string | null
  view: View
  text: string
  grouping: Grouping
  sort: Sort
  folded: ReadonlySet<string>
}

export function questionOf({ bodyId, view, text, grouping, sort, folded }: Asked): LogQuestion {
  const unfolded = statusesAsAsked.filter((status) => !folded.has(status))
  return {
    filter: {
      ...(bodyId && { bodyId }),
      ...filterOf[view],
      ...(text.trim() && { text: text.trim() }),
      ...(grouping === 'status' && unfolded.length < statusesAsAsked.length && { status: unfolded.map(graphqlName) }),
    },
    sort:
      grouping === 'status'
        ? { field: 'STATUS', descending: false }
        : { field: fields[sort.field], descending: sort.descending },
  }
}

const filterOf: Record<View, ActionFilter> = {
  all: {},
  overdue: { overdue: true },
  mine: { waitingForMe: true },
  'no-owner': { ownerStated: false },
  'no-date': { hasDate: false, unfinished: true },
  waiting: { blocked: true, unfinished: true },
  soon: { dueWithinDays: dueSoonDays },
}

const fields = {
  number: 'NUMBER',
  title: 'TITLE',
  owner: 'OWNER',
  due: 'DUE',
  'as-at': 'AS_AT',
} as const satisfies Record<Sort['field'], ActionSort['field']>

/** Groups that are folded away were not asked for: their heads stand all the same, with what the server counted. */
export function withFoldedGroups(
  items: readonly LogItem[],
  counts: CountsOfActionsFragment | null,
  folded: ReadonlySet<string>,
): LogItem[] {
  const counted: Partial<Record<ActionStatus, number>> = counts ? countedStatuses(counts) : {}
  const heads = statusesAsAsked.flatMap((status): LogItem[] => {
    const count = counted[status] ?? 0
    if (!folded.has(status) || count === 0) return []
    return [{ kind: 'group', key: `group:${status}`, group: status, status, name: null, count, open: false }]
  })
  const known = new Set(items.map(({ key }) => key))
  return [...items, ...heads.filter(({ key }) => !known.has(key))]
}
