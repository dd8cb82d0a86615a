import { actionStatuses, lastDay } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { HeldStoredAction } from './action.model.js'
import { type ActionSort, ActionSortField } from './action-log.type.js'
import { welshOrder } from './welsh-order.js'

/** Where an action stands in an order: what it is sorted by (null stands last, whichever way), then its number. */
export type Rank = readonly [key: string | number | null, number: number]

/** What an action is sorted by. */
export function rankOf({ record }: HeldStoredAction, sort: ActionSort, names: Names): Rank {
  return [keyOf(record, sort.field, names), record.number]
}

function keyOf(record: HeldStoredAction['record'], field: ActionSortField, names: Names): string | number | null {
  switch (field) {
    case ActionSortField.NUMBER:
      return record.number
    case ActionSortField.TITLE:
      return record.title
    case ActionSortField.OWNER:
      return record.owner && names.ownerLabel(record.owner).label.en
    case ActionSortField.DUE:
      return record.due && lastDay(record.due) // the last day known; words alone stand with "no date"
    case ActionSortField.STATUS:
      return actionStatuses.indexOf(record.status)
    case ActionSortField.AS_AT:
      return record.asAt
  }
}

/** Compares two ranks; the number decides where the rest is equal, so that every order is total and pages do not overlap. */
export function compareRanks(sort: ActionSort): (a: Rank, b: Rank) => number {
  const compare = sort.field === ActionSortField.TITLE || sort.field === ActionSortField.OWNER ? welshOrder : plainOrder
  const direction = sort.descending ? -1 : 1
  return ([a, first], [b, second]) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null) || first - second
    return direction * compare(a, b) || direction * (first - second)
  }
}

function plainOrder(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
