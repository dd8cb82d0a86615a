import { dueSoonDays } from '@camau/domain'
import type { ActionFilter, ActionSort } from './actions.graphql.js'
import type { Grouping, Sort } from './log-items'
import type { View } from './log-views'

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
  language: 'en' | 'cy'
}

/** What every log asks first: in the order of the groups as they stand at first, so that what comes later goes below what is read. */
export function wholeLog(filter: ActionFilter): LogQuestion {
  return { filter, sort: { field: 'STATUS' } }
}

/** Groups that are folded away are passed over, not left out: folding asks nothing. */
export function questionOf({ bodyId, view, text, grouping, sort, language }: Asked): LogQuestion {
  const filter = { ...(bodyId && { bodyId }), ...filterOf[view], ...(text.trim() && { text: text.trim() }) }
  if (grouping === 'status') return wholeLog(filter)
  return {
    filter,
    sort: { field: fields[sort.field], descending: sort.descending, language: language === 'cy' ? 'CY' : 'EN' },
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
