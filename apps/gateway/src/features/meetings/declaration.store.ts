import type { Connection } from 'mongoose'
import { placeOfBody } from '../../platform/body-place.js'
import type { Bus } from '../../platform/bus.js'
import type { Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { patchPerson } from '../../platform/graphql/owner.js'
import { maybeTime, needed, neededTime, text } from '../../platform/record-parts.js'
import { createRecordStore, type RecordKind, type RecordStore, recordModel } from '../../platform/record-store.js'
import type { StoredDeclaration } from './declaration.type.js'

export interface DeclarationStore extends RecordStore<StoredDeclaration> {
  /** All of one meeting that stand, whoever asks: for the minutes, which are one record. */
  ofMeeting(tx: Transaction, meetingId: string): Promise<StoredDeclaration[]>
}

const kind: RecordKind<StoredDeclaration> = {
  type: 'Declaration',
  collection: 'declarations',
  fields: {
    meetingId: { ...needed, index: true },
    itemId: needed,
    bodyId: needed,
    personId: needed,
    nature: text,
    leaves: { type: Boolean, required: true },
    declaredBy: needed,
    declaredAt: neededTime,
    withdrawnAt: maybeTime,
  },
  order: (a, b) => a.declaredAt.getTime() - b.declaredAt.getTime() || (a.id < b.id ? -1 : 1),
  place: ({ bodyId }, names) => placeOfBody(bodyId, names),
  rooms: ({ bodyId }) => [`body:${bodyId}`],
  patch: ({ meetingId, itemId, personId, nature, leaves, declaredAt, withdrawnAt }, names) => ({
    meeting: { __typename: 'Meeting', id: meetingId },
    itemId,
    person: patchPerson(personId, names),
    nature,
    leaves,
    declaredAt: declaredAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  }),
}

export function declarationStore(db: Connection, directory: Directory, bus: Bus, now: () => Date): DeclarationStore {
  const model = recordModel(db, kind)
  return {
    ...createRecordStore({ db, directory, bus, now }, kind),
    async ofMeeting({ session }, meetingId) {
      const found = model.find({ meetingId, withdrawnAt: null }).session(session)
      const rows = await found.lean<(Omit<StoredDeclaration, 'id'> & { _id: string })[]>()
      return rows.map(({ _id, ...row }) => ({ ...row, id: _id })).sort(kind.order)
    },
  }
}
