import { ledgerOn, legacyOwnerOn, waitingProposal } from '@camau/domain'
import { heldLegacy, type Owned } from './held-legacy'
import type { LedgerLineFragment, LegacyOwnerFragment } from './legacy.graphql'

/** The ledger as it stood at the end of a day, by the rules that the gateway uses too. */
export interface LedgerOnDay {
  lines: readonly LedgerLineFragment[]
  owner: LegacyOwnerFragment | null
  /** The line nobody had answered by then. */
  waitingId: string | null
}

export function ledgerOnDay(item: Owned, day: string): LedgerOnDay {
  const { record } = heldLegacy(item)
  const known = ledgerOn(record.ledger, day)
  const ids = new Set(known.map(({ id }) => id))
  const lines = item.ledger.filter(({ id }) => ids.has(id))
  const accepted = legacyOwnerOn(record, day) && lines.findLast(({ state }) => state === 'ACCEPTED')
  return { lines, owner: accepted?.owner ?? null, waitingId: waitingProposal({ ...record, ledger: known })?.id ?? null }
}
