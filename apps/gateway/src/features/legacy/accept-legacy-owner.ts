import { acceptOwnership, type Viewer, whyNotAnswerProposal } from '@camau/domain'
import type { ActionInput } from '../../platform/graphql/record-inputs.js'
import { changeLegacy, type LegacyNeeds, tellWhoAsked } from './change-legacy.js'
import type { StoredHanded } from './stored-legacy.js'

/** Whoever was asked takes it on. */
export function acceptLegacyOwner(needs: LegacyNeeds, viewer: Viewer, input: ActionInput): Promise<StoredHanded> {
  return changeLegacy(needs, viewer, 'acceptLegacyOwner', input, {
    byOwner: true,
    whyNot: whyNotAnswerProposal,
    tell: tellWhoAsked,
    change: (held, tx) => acceptOwnership(viewer, held, tx.newId(), tx.at),
  })
}
