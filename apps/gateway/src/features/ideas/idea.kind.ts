import { type Idea, ideaKinds, ideaStatuses } from '@camau/domain'
import { placeOfBody } from '../../platform/body-place.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import { maybeTime, needed, neededNumber, neededTime, part, text } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'

export type StoredIdea = Idea & KeptRecord

/** Ideas and gaps of a workstream, seen by its readers. */
export const ideaRecords: RecordKind<StoredIdea> = {
  type: 'Idea',
  collection: 'ideas',
  fields: {
    number: neededNumber,
    bodyId: needed,
    kind: { type: String, enum: ideaKinds, required: true },
    text: needed,
    status: { type: String, enum: ideaStatuses, required: true },
    raisedBy: needed,
    raisedAt: neededTime,
    promotedTo: {
      type: part({ type: { type: String, enum: ['Action', 'WorkArea'], required: true }, id: needed }),
      default: null,
    },
    settledBy: text,
    settledAt: maybeTime,
    reason: text,
  },
  order: (a, b) => b.number - a.number,
  place: ({ bodyId }, names) => placeOfBody(bodyId, names),
  rooms: ({ bodyId }) => [`body:${bodyId}`, 'programme'],
  patch: (idea, names) => ({
    number: idea.number,
    kind: enumKey(idea.kind),
    text: idea.text,
    status: enumKey(idea.status),
    raisedAt: idea.raisedAt.toISOString(),
    raisedBy: patchPerson(idea.raisedBy, names),
    settledAt: idea.settledAt?.toISOString() ?? null,
    settledBy: idea.settledBy && patchPerson(idea.settledBy, names),
    reason: idea.reason,
    body: patchBody(idea.bodyId, names),
    action: idea.promotedTo?.type === 'Action' ? { __typename: 'Action', id: idea.promotedTo.id } : null,
    workArea: idea.promotedTo?.type === 'WorkArea' ? { __typename: 'WorkArea', id: idea.promotedTo.id } : null,
  }),
}
