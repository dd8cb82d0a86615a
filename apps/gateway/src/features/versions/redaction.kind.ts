import type { Owner, Place } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { Names } from '../../platform/directory.js'
import { patchPerson } from '../../platform/graphql/owner.js'
import { needed, neededNumber, neededTime, part } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind, RecordStore } from '../../platform/record-store.js'

/** That words were taken out of a text for good: when, by whom, why. Never which. */
export interface StoredRedaction extends KeptRecord {
  documentId: DocumentId
  aboutType: string
  aboutId: string
  place: Place
  bodyId: string | null
  owner: Owner | null
  personId: string
  at: Date
  reason: string
  /** How many times they stood in the text, its versions and what agreed minutes tell of it. */
  places: number
  /** What minutes that were agreed amount to since: the audit trail holds it against whoever changes them again. */
  agreed: { meetingId: string; sha256: string }[]
}

export type RedactionStore = RecordStore<StoredRedaction>

export const redactionKind: RecordKind<StoredRedaction> = {
  type: 'DocumentRedaction',
  collection: 'documentRedactions',
  fields: {
    documentId: { ...needed, index: true },
    aboutType: needed,
    aboutId: needed,
    place: { type: Object, required: true },
    bodyId: { type: String, default: null },
    owner: { type: Object, default: null },
    personId: needed,
    at: neededTime,
    reason: needed,
    places: neededNumber,
    agreed: [part({ meetingId: needed, sha256: needed })],
  },
  order: (a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1),
  place: ({ place }) => place,
  rooms: ({ bodyId }) => (bodyId ? ['programme', `body:${bodyId}`] : ['programme']),
  owner: ({ owner }) => owner,
  patch: ({ documentId, aboutType, aboutId, at, reason, places, personId }, names: Names) => ({
    documentId,
    aboutType,
    aboutId,
    at: at.toISOString(),
    reason,
    places,
    by: patchPerson(personId, names),
  }),
}
