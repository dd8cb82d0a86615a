import { declineOwnership, fitting, type Viewer, whyNotAnswerProposal } from '@camau/domain'
import type { ReasonInput } from '../../platform/graphql/record-inputs.js'
import { changeLegacy, type LegacyNeeds, tellWhoAsked } from './change-legacy.js'
import type { StoredHanded } from './stored-legacy.js'

/** Whoever was asked says no, and why; the owner stays who it was. */
export function declineLegacyOwner(needs: LegacyNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredHanded> {
  return changeLegacy(needs, viewer, 'declineLegacyOwner', input, {
    byOwner: true,
    whyNot: whyNotAnswerProposal,
    tell: tellWhoAsked,
    change: (held, tx) => declineOwnership(viewer, held, fitting('reason', input.reason), tx.newId(), tx.at),
  })
}
