import { type ActionStatus, byName, type LocalText, lastDay, standingIn, statusesAsAsked } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { HeldStoredAction } from './action.model.js'
import { type ActionSort, ActionSortField } from './action-log.type.js'

/** Where an action stands in an order: what it is sorted by (null stands last, whichever way), then its number. */
export type Rank = readonly [key: string | number | null, number: number]

export interface OrderSight {
  names: Names
  /** The body whose log is sorted; null: all of them. */
  logOf: string | null
}

/** What an action is sorted by. */
export function rankOf({ record }: HeldStoredAction, sort: ActionSort, sight: OrderSight): Rank {
  return [keyOf(record, sort, sight), record.number]
}

/** The group in which an action stands in a log: what went from its body stands among the transferred, whatever became of it. */
export function groupOf(record: HeldStoredAction['record'], logOf: string | null): ActionStatus {
  return logOf !== null && standingIn(record, logOf) === 'gone' ? 'transferred' : record.status
}

function keyOf(
  record: HeldStoredAction['record'],
  { field, language }: ActionSort,
  { names, logOf }: OrderSight,
): string | number | null {
  switch (field) {
    case ActionSortField.NUMBER:
      return record.number
    case ActionSortField.TITLE:
      return record.title
    case ActionSortField.OWNER:
      return record.owner && inLanguage(names.ownerLabel(record.owner).label, language)
    case ActionSortField.DUE:
      return record.due && lastDay(record.due) // the last day known; words alone stand with "no date"
    case ActionSortField.STATUS:
      return statusesAsAsked.indexOf(groupOf(record, logOf))
    case ActionSortField.AS_AT:
      return record.asAt
  }
}

/** Owners whose Welsh name nobody has given stand among the others by the English one, as the screen shows them. */
const inLanguage = ({ en, cy }: LocalText, language: ActionSort['language']) => (language === 'cy' ? (cy ?? en) : en)

/** Compares two ranks; the number decides where the rest is equal, so that every order is total and pages do not overlap. */
export function compareRanks(sort: ActionSort): (a: Rank, b: Rank) => number {
  const isName = sort.field === ActionSortField.TITLE || sort.field === ActionSortField.OWNER
  const byText = byName(sort.language ?? 'en')
  const compare = isName ? (a: string | number, b: string | number) => byText(String(a), String(b)) : plainOrder
  const direction = sort.descending ? -1 : 1
  return ([a, first], [b, second]) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null) || first - second
    return direction * compare(a, b) || direction * (first - second)
  }
}

function plainOrder(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
