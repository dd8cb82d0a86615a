import { fitting, queryProposal, type Viewer, whyNotAnswerProposal } from '@camau/domain'
import type { ReasonInput } from '../../platform/graphql/record-inputs.js'
import { changeLegacy, type LegacyNeeds, tellWhoAsked } from './change-legacy.js'
import type { StoredHanded } from './stored-legacy.js'

/** Whoever was asked wants to know something first; the proposal goes on waiting. */
export function queryLegacyOwner(needs: LegacyNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredHanded> {
  return changeLegacy(needs, viewer, 'queryLegacyOwner', input, {
    byOwner: true,
    whyNot: whyNotAnswerProposal,
    tell: tellWhoAsked,
    change: (held, tx) => queryProposal(viewer, held, fitting('reason', input.reason), tx.newId(), tx.at),
  })
}
