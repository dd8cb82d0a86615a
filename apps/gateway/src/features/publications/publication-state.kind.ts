import type { PublicationState } from '@camau/domain'
import { needed, text } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'
import { evidencePlace, registerRooms } from '../../platform/register-place.js'

export type StoredPublicationState = PublicationState & KeptRecord & { workstreamId: string | null }

export const publicationStateKind: RecordKind<StoredPublicationState> = {
  type: 'PublicationState',
  collection: 'publicationStates',
  fields: {
    added: { type: Object, default: null },
    stage: text,
    edition: text,
    owner: { type: Object, default: null },
    translation: needed,
    actionIds: [String],
    uptake: [{ type: Object }],
    workstreamId: text,
  },
  order: (a, b) => (a.id < b.id ? -1 : 1),
  place: evidencePlace,
  rooms: registerRooms,
  patch: ({ edition }) => ({ edition }),
}
