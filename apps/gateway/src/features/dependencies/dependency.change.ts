import { type BodyPlace, blockingKinds, type HeldOffice, type Restriction } from '@camau/domain'
import type { RecordsRoom } from '@camau/protocol'
import type { RecordChange } from '../../platform/command.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import type { StoredDependency } from './dependency.model.js'

/** What a new or removed link says. Its ends and their sentence are not in the patch: each viewer may see another part of them, and asks. Between two restricted things it is for those alone whom they name. */
export function dependencyChange(
  before: StoredDependency | null,
  after: StoredDependency,
  bodies: readonly BodyPlace[],
  office: HeldOffice | null,
  restrictedTo: Restriction,
): RecordChange {
  const { id, kind, basis, version } = after
  const [body] = bodies
  const rooms: RecordsRoom[] = ['programme', ...bodies.map((one): RecordsRoom => `body:${one.id}`)]
  return {
    type: 'Dependency',
    id,
    version,
    rooms: [...new Set(rooms)],
    audience: 'member',
    restrictedTo,
    place: body ? { space: 'body', body } : { space: 'operational-board' },
    fields: {
      __typename: 'Dependency',
      id,
      kind: enumKey(kind),
      basis: enumKey(basis),
      version,
      blocks: blockingKinds.includes(kind),
    },
    before,
    after,
    office,
  }
}
