import type { LocalText } from '@camau/domain'
import { shortName } from '../../platform/short-name'
import type { LegacyOwnerFragment } from './legacy.graphql'

/** What an owner is called: an office or person by name, a body as people say it. */
export function ownerName({ label, office, person }: LegacyOwnerFragment): LocalText {
  return office || person ? label : shortName(label)
}
