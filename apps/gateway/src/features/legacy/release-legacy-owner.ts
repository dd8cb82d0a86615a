import { fitting, releaseOwnership, type Viewer, whyNotRelease } from '@camau/domain'
import type { ReasonInput } from '../../platform/graphql/record-inputs.js'
import { changeLegacy, type LegacyNeeds } from './change-legacy.js'
import type { StoredHanded } from './stored-legacy.js'

/** The owner hands it back, or the chair of the advisory group takes it back. */
export function releaseLegacyOwner(needs: LegacyNeeds, viewer: Viewer, input: ReasonInput): Promise<StoredHanded> {
  return changeLegacy(needs, viewer, 'releaseLegacyOwner', input, {
    whyNot: whyNotRelease,
    change: (held, tx) => releaseOwnership(viewer, held, fitting('reason', input.reason), tx.newId(), tx.at),
  })
}
