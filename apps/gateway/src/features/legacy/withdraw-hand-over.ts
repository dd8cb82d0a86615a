import { answerTo, fitting, officeFor, Refusal, type Viewer, whyNotWithdrawPack, withdrawProposal } from '@camau/domain'
import type { ReasonInput } from '../../platform/graphql/record-inputs.js'
import type { StoredPack } from './hand-over-pack.kind.js'
import type { PackNeeds } from './offer-hand-over.js'

/** Takes back what nobody has answered yet; what was accepted stays accepted. */
export function withdrawHandOver(needs: PackNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredPack> {
  const { packs, legacy, command } = needs
  return command(
    { command: 'withdrawHandOver', viewer, input },
    async (tx) => {
      const pack = await packs.get(viewer, input.id, tx)
      const refusal = whyNotWithdrawPack(viewer, pack)
      if (refusal) throw new Refusal(refusal)
      const reason = fitting('reason', input.reason)
      if (!reason) throw new Refusal('reason-needed')
      const office = officeFor(viewer, 'write', { space: 'legacy', workstreamBodyId: null })
      const withdrawn = { at: tx.at, personId: viewer.personId, reason }
      const saved = await packs.save(tx, pack, { ...pack, withdrawn }, office)
      for (const { recordId, proposalId } of pack.lines) {
        const held = await legacy.get(viewer, recordId, tx)
        const { state } = answerTo(held.record, proposalId)
        if (state !== 'waiting' && state !== 'queried') continue
        await legacy.save(tx, held, withdrawProposal(viewer, held, reason, tx.newId(), tx.at), office)
      }
      return saved
    },
    (id) => packs.get(viewer, id),
  )
}
