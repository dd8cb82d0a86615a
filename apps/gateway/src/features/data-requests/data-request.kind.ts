import type { DataRequest } from '@camau/domain'
import { needed, text } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'
import { numbersPlace, registerRooms } from '../../platform/register-place.js'

export type StoredDataRequest = DataRequest & KeptRecord

export const dataRequestKind: RecordKind<StoredDataRequest> = {
  type: 'DataRequest',
  collection: 'dataRequests',
  fields: {
    title: needed,
    workstreamId: text,
    measureId: text,
    authorities: [String],
    every: needed,
    rounds: [{ type: Object }],
  },
  order: (a, b) => (a.id < b.id ? -1 : 1),
  place: numbersPlace,
  rooms: registerRooms,
  // Who has answered is for the secretariat alone: a patch, which everybody in the room gets, says only that something came in.
  patch: () => ({}),
}
