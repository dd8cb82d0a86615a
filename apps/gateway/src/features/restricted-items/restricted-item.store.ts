import type { RestrictedItem, RestrictedSlot } from '@camau/domain'
import { placeOfBody } from '../../platform/body-place.js'
import type { Names } from '../../platform/directory.js'
import { patchRestriction } from '../../platform/graphql/restriction.js'
import { needed, neededNumber, text } from '../../platform/record-parts.js'
import { createRecordStore, type KeptRecord, type RecordStore } from '../../platform/record-store.js'

export type StoredSlot = RestrictedSlot & KeptRecord
export type StoredItem = RestrictedItem & KeptRecord & { restrictedTo: NonNullable<KeptRecord['restrictedTo']> }

export interface RestrictedItems {
  slots: RecordStore<StoredSlot>
  items: RecordStore<StoredItem>
}

const place = ({ bodyId }: { bodyId: string }, names: Names) => placeOfBody(bodyId, names)
const rooms = ({ bodyId }: { bodyId: string }) => [`body:${bodyId}`, 'programme'] as const

/** Two records for one item: what everybody may know of it, and what it is. */
export function restrictedItemStores(needs: Parameters<typeof createRecordStore>[0]): RestrictedItems {
  const slots = createRecordStore<StoredSlot>(needs, {
    type: 'RestrictedSlot',
    collection: 'restrictedSlots',
    fields: {
      meetingId: needed,
      bodyId: needed,
      afterId: text,
      minutes: neededNumber,
      removed: { type: Boolean, required: true },
    },
    order: byId,
    place,
    rooms,
    patch: ({ afterId, minutes, removed }) => (removed ? { gone: true } : { afterId, minutes }),
  })
  const items = createRecordStore<StoredItem>(needs, {
    type: 'RestrictedItem',
    collection: 'restrictedItems',
    fields: { meetingId: needed, bodyId: needed, title: needed },
    order: byId,
    place,
    rooms,
    patch: ({ id, title, restrictedTo }, names) => ({
      title,
      documentId: `item:${id}`,
      restrictedTo: patchRestriction(restrictedTo, names),
    }),
  })
  return { slots, items }
}

// Ids are made in the order of time.
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
