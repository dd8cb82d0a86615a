import { type HeldOffice, type Placement, placed, type Viewer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { HeldStoredAction } from './action.model.js'
import type { ActionStore } from './action.store.js'

/** Puts one unfinished action where it goes, as part of what closes: a body, or a phase. */
export async function placeAction(
  actions: Pick<ActionStore, 'save' | 'tie'>,
  tx: Transaction,
  viewer: Viewer,
  held: HeldStoredAction,
  { placement, why, office }: { placement: Placement; why: string; office: HeldOffice | null },
): Promise<void> {
  const after = placed(viewer, held.record, placement, why, tx.at)
  if (placement.to === 'legacy') await actions.tie(tx, viewer, held, after.legacyItemIds, office)
  else await actions.save(tx, viewer, held, after, office)
}
