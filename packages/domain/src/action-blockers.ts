import { type HeldAction, type OpenBlocker, unfinishedStatuses } from './action.js'
import { Refusal } from './refusal.js'

/**
 * What still waits for something unfinished is not done, unless somebody says why it is all the same (requirements, row 42).
 * Gives the reason that then stands in its history; null where nothing was in the way.
 */
export function reasonDespiteBlockers({ record, blockers = [] }: HeldAction, override: string | null): string | null {
  const open: readonly OpenBlocker[] = unfinishedStatuses.includes(record.status) ? blockers : []
  if (open.length === 0) return null
  if (!override) throw new Refusal('blocked', { blockers: open })
  return override
}
