import { proposeOwner, type Viewer, whyNotProposeOwner } from '@camau/domain'
import { givenOwner } from '../../platform/graphql/given-owner.js'
import { changeLegacy, type LegacyNeeds, tellWhoIsAsked } from './change-legacy.js'
import type { ProposeLegacyOwnerInput } from './legacy.type.js'
import type { StoredHanded } from './stored-legacy.js'

/** A chair asks somebody to answer for it from now on. */
export function proposeLegacyOwner(
  needs: LegacyNeeds,
  viewer: Viewer,
  input: ProposeLegacyOwnerInput,
): Promise<StoredHanded> {
  return changeLegacy(needs, viewer, 'proposeLegacyOwner', input, {
    whyNot: whyNotProposeOwner,
    tell: tellWhoIsAsked,
    change: (held, tx, names) => proposeOwner(viewer, held, givenOwner(input.owner, names), tx.newId(), tx.at),
  })
}
