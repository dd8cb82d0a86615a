import type { RefusalCode } from '@camau/domain'
import { signal } from '../../platform/signal'

/** The last no to something done in a cell, by action: said in the cell, until the next attempt. */
export const refusedCells = signal<ReadonlyMap<string, { cell: 'owner' | 'due' | 'status'; code: RefusalCode }>>(
  new Map(),
)

export function noteRefusal(
  actionId: string,
  refusal: { cell: 'owner' | 'due' | 'status'; code: RefusalCode } | null,
): void {
  const next = new Map(refusedCells.get())
  if (refusal) next.set(actionId, refusal)
  else next.delete(actionId)
  refusedCells.set(next)
}
