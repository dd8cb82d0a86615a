import { placeOfBody } from '../../platform/body-place.js'
import { needed, neededTime } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'

/** The owner of an action was asked for its date: one record an action, saying when that was last done and by whom. */
export interface StoredDateRequest extends KeptRecord {
  actionId: string
  bodyId: string
  askedAt: Date
  askedBy: string
}

export const dateRequestKind: RecordKind<StoredDateRequest> = {
  type: 'DateRequest',
  collection: 'dateRequests',
  fields: { actionId: needed, bodyId: needed, askedAt: neededTime, askedBy: needed },
  order: (a, b) => (a.id < b.id ? -1 : 1),
  place: ({ bodyId }, names) => placeOfBody(bodyId, names),
  rooms: ({ bodyId }) => ['programme', `body:${bodyId}`],
  owner: ({ askedBy }) => ({ kind: 'person', personId: askedBy }),
  // Which action it is about is not in the patch: that may be restricted later. Screens ask again.
  patch: () => ({}),
}
