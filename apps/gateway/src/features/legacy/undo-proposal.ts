import { officeFor, Refusal, takeBackProposal, waitingProposal } from '@camau/domain'
import { z } from 'zod'
import type { UndoLine } from '../../platform/undoing.js'
import { type LegacyNeeds, tellWhoIsAsked } from './change-legacy.js'

const proposed = z.object({ line: z.object({ id: z.string() }) })

/** A proposal is taken back by a line of its own: nothing ever leaves the ledger. */
export function undoOnLegacy({ legacy, notify }: Pick<LegacyNeeds, 'legacy' | 'notify'>): UndoLine {
  return async ({ tx, viewer }, { id, after }) => {
    const held = await legacy.get(viewer, id, tx)
    const { line } = proposed.parse(after)
    if (held.record.ledger.at(-1)?.id !== line.id) throw new Refusal('not-undoable', { fields: ['owner'], numbers: [] })
    const place = { space: 'legacy', workstreamBodyId: held.workstreamBodyId } as const
    const withdrawn = takeBackProposal(viewer, held, tx.newId(), tx.at)
    const saved = await legacy.save(tx, held, withdrawn, officeFor(viewer, 'write', place))
    const notice = waitingProposal(held.record) && tellWhoIsAsked(held, saved)
    if (notice) await notify(tx, [notice])
  }
}
