import {
  addLegacyUpdate as add,
  fitting,
  isDay,
  type LegacyUpdate,
  Refusal,
  type Viewer,
  whyNotAddLegacyUpdate,
} from '@camau/domain'
import { changeLegacy, type LegacyNeeds } from './change-legacy.js'
import type { AddLegacyUpdateInput } from './legacy.inputs.js'
import type { HeldHanded, StoredHanded } from './stored-legacy.js'

/** What a later document says of it, often under another government (requirements, row 38). */
export async function addLegacyUpdate(
  needs: LegacyNeeds,
  viewer: Viewer,
  input: AddLegacyUpdateInput,
): Promise<StoredHanded> {
  if (!isDay(input.day)) throw new Refusal('impossible-date')
  return changeLegacy(needs, viewer, 'addLegacyUpdate', input, {
    whyNot: whyNotAddLegacyUpdate,
    change: ({ record, workstreamBodyId }: HeldHanded, tx) => {
      const update: LegacyUpdate = {
        id: tx.newId(),
        day: input.day,
        status: input.status,
        text: fitting('progress', input.text),
        waitsOn: fitting('reason', input.waitsOn) || null,
        document: fitting('title', input.document),
        place: fitting('place', input.place) || null,
        at: tx.at,
        personId: viewer.personId,
      }
      return add(viewer, { record, workstreamBodyId }, update)
    },
  })
}
