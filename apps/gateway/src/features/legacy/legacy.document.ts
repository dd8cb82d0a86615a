import { firstLegacy, legacySchema } from '@camau/collab'
import { Refusal, whyNotWriteNarrative } from '@camau/domain'
import type { LiveDocument } from '../../live/live-document.js'
import type { LegacyStore } from './legacy.store.js'

/** The story of a legacy item, written live. Commitments have none. */
export function legacyDocument(legacy: LegacyStore): LiveDocument {
  return {
    schema: legacySchema,
    async enter(viewer, id) {
      const held = await legacy.get(viewer, id)
      if (held.record.kind !== 'item') throw new Refusal('not-found')
      const because = whyNotWriteNarrative(viewer, held)
      return because ? { readOnly: true, because } : { readOnly: false }
    },
    first: async (id) => firstLegacy(await legacy.problem(id)),
  }
}
