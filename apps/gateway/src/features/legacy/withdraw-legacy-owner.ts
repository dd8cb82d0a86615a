import { fitting, type Viewer, whyNotWithdrawProposal, withdrawProposal } from '@camau/domain'
import type { ReasonInput } from '../../platform/graphql/record-inputs.js'
import { changeLegacy, type LegacyNeeds, tellWhoIsAsked } from './change-legacy.js'
import type { StoredHanded } from './stored-legacy.js'

/** Takes a proposal back while nobody has answered it. */
export function withdrawLegacyOwner(needs: LegacyNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredHanded> {
  return changeLegacy(needs, viewer, 'withdrawLegacyOwner', input, {
    whyNot: whyNotWithdrawProposal,
    tell: tellWhoIsAsked,
    change: (held, tx) => withdrawProposal(viewer, held, fitting('reason', input.reason), tx.newId(), tx.at),
  })
}
