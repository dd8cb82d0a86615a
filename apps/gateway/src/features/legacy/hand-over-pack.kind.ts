import type { HandOverPack } from '@camau/domain'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import { maybeTime, needed, neededTime, part, text } from '../../platform/record-parts.js'
import { createRecordStore, type KeptRecord, type RecordKind, type RecordStore } from '../../platform/record-store.js'

export type StoredPack = HandOverPack & KeptRecord
export type PackStore = RecordStore<StoredPack>

/** Packs stand with the register of legacy items; the body they are offered to sees its own. The answers stand in the ledgers. */
export const handOverPackKind: RecordKind<StoredPack> = {
  type: 'HandOverPack',
  collection: 'handOverPacks',
  fields: {
    title: needed,
    note: text,
    fromBodyId: needed,
    toBodyId: needed,
    lines: [part({ recordId: needed, proposalId: needed })],
    publicationIds: [String],
    offeredBy: needed,
    offeredAt: neededTime,
    withdrawn: { type: part({ at: maybeTime, personId: text, reason: text }), default: null },
  },
  order: (a, b) => b.offeredAt.getTime() - a.offeredAt.getTime() || (a.id < b.id ? -1 : 1),
  place: () => ({ space: 'legacy', workstreamBodyId: null }),
  rooms: ({ fromBodyId, toBodyId }) => ['programme', `body:${fromBodyId}`, `body:${toBodyId}`],
  owner: ({ toBodyId }) => ({ kind: 'body', bodyId: toBodyId }),
  patch: ({ title, note, fromBodyId, toBodyId, offeredBy, offeredAt, withdrawn }, names) => ({
    title,
    note,
    from: patchBody(fromBodyId, names),
    to: patchBody(toBodyId, names),
    offeredBy: patchPerson(offeredBy, names),
    offeredAt,
    withdrawnAt: withdrawn?.at ?? null,
    withdrawnBecause: withdrawn?.reason ?? null,
  }),
}

export const handOverPackStore = (needs: Parameters<typeof createRecordStore>[0]): PackStore =>
  createRecordStore(needs, handOverPackKind)
