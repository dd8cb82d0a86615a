import type { HeldOffice, ParkedItem } from '@camau/domain'
import type { Connection } from 'mongoose'
import { placeOfBody } from '../../platform/body-place.js'
import type { Bus } from '../../platform/bus.js'
import type { Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { patchPerson } from '../../platform/graphql/owner.js'
import { maybeTime, needed, neededTime } from '../../platform/record-parts.js'
import { createRecordStore, type RecordKind, type RecordStore, recordModel } from '../../platform/record-store.js'
import { itemWordsPart, matterRefPart } from './agenda-item.js'
import type { StoredParkedItem } from './parked-item.type.js'

export interface ParkedItemStore extends RecordStore<StoredParkedItem> {
  /** All that was ever parked, whoever asks: in the transaction that decides on it. */
  ofBody(bodyId: string, tx: Transaction): Promise<StoredParkedItem[]>
  /** Adds it, or writes it over the entry it goes back to. */
  put(tx: Transaction, item: ParkedItem, office: HeldOffice | null): Promise<StoredParkedItem>
}

const kind: RecordKind<StoredParkedItem> = {
  type: 'ParkedItem',
  collection: 'parkedItems',
  fields: {
    bodyId: { ...needed, index: true },
    ...itemWordsPart,
    carriedFrom: { type: matterRefPart, default: null },
    parkedBy: needed,
    parkedAt: neededTime,
    removedAt: maybeTime,
  },
  order: (a, b) => a.parkedAt.getTime() - b.parkedAt.getTime() || (a.id < b.id ? -1 : 1),
  place: ({ bodyId }, names) => placeOfBody(bodyId, names),
  rooms: ({ bodyId }) => [`body:${bodyId}`],
  patch: ({ title, minutes, section, presenter, parkedBy, parkedAt, removedAt }, names) => ({
    title,
    minutes,
    section,
    presenter,
    parkedBy: patchPerson(parkedBy, names),
    parkedAt: parkedAt.toISOString(),
    removedAt: removedAt?.toISOString() ?? null,
  }),
}

export function parkedItemStore(db: Connection, directory: Directory, bus: Bus, now: () => Date): ParkedItemStore {
  const store = createRecordStore({ db, directory, bus, now }, kind)
  const model = recordModel(db, kind)
  async function ofBody(bodyId: string, { session }: Transaction): Promise<StoredParkedItem[]> {
    const rows = await model
      .find({ bodyId })
      .session(session)
      .lean<(Omit<StoredParkedItem, 'id'> & { _id: string })[]>()
    return rows.map(({ _id, ...row }) => ({ ...row, id: _id })).sort(kind.order)
  }
  return {
    ...store,
    ofBody,
    async put(tx, item, office) {
      const before = (await ofBody(item.bodyId, tx)).find(({ id }) => id === item.id)
      return before
        ? store.save(tx, before, { ...before, ...item }, office)
        : store.add(tx, { ...item, audience: 'member', version: 1 }, office)
    },
  }
}
