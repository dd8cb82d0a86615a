import type { Source, TrackedRecommendation } from '@camau/domain'
import { maybeSource, needed, neededTime, part, text } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'

export type StoredRecommendation = TrackedRecommendation & KeptRecord & { source: Source | null }

/** Printed ones are kept from the first statement on; until then the documents are their record. */
export const recommendationKind: RecordKind<StoredRecommendation> = {
  type: 'TrackedRecommendation',
  collection: 'recommendations',
  fields: {
    text: needed,
    publicationId: text,
    actionIds: [String],
    statements: [
      part({
        id: needed,
        day: needed,
        response: needed,
        delivery: needed,
        reason: text,
        evidence: text,
        resolveBy: text,
        at: neededTime,
        personId: needed,
      }),
    ],
    source: maybeSource,
  },
  order: (a, b) => (a.id < b.id ? -1 : 1),
  place: () => ({ space: 'correspondence' }),
  rooms: () => ['programme'],
  // What of it is late changes with the day: lists are asked again.
  patch: () => ({}),
}
