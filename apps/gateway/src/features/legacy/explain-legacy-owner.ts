import { explainProposal, fitting, type Viewer, whyNotExplainProposal } from '@camau/domain'
import type { ReasonInput } from '../../platform/graphql/record-inputs.js'
import { changeLegacy, type LegacyNeeds, tellWhoIsAsked } from './change-legacy.js'
import type { StoredHanded } from './stored-legacy.js'

/** Answers the question of whoever was asked. */
export function explainLegacyOwner(needs: LegacyNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredHanded> {
  return changeLegacy(needs, viewer, 'explainLegacyOwner', input, {
    whyNot: whyNotExplainProposal,
    tell: tellWhoIsAsked,
    change: (held, tx) => explainProposal(viewer, held, fitting('reason', input.reason), tx.newId(), tx.at),
  })
}
