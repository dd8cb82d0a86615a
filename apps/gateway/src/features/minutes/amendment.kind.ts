import { type Amendment, amendmentStatuses } from '@camau/domain'
import { placeOfBody } from '../../platform/body-place.js'
import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import { maybeTime, needed, neededNumber, neededTime, text } from '../../platform/record-parts.js'
import type { RecordKind, RecordStore } from '../../platform/record-store.js'

export type StoredAmendment = Amendment & { version: number }
export type AmendmentStore = RecordStore<StoredAmendment>

const words = { type: String, default: '' }

/** Amendments of agreed minutes: where they are kept, who sees them, how a change of one is told. */
export const amendmentKind: RecordKind<StoredAmendment> = {
  type: 'Amendment',
  collection: 'amendments',
  fields: {
    number: neededNumber,
    meetingId: { ...needed, index: true },
    bodyId: needed,
    place: text,
    before: words,
    after: words,
    reason: needed,
    status: { type: String, enum: amendmentStatuses, required: true },
    proposedBy: needed,
    proposedAt: neededTime,
    answeredBy: text,
    answeredAt: maybeTime,
    answer: text,
    agreedAtMeetingId: text,
  },
  order: (a, b) => a.number - b.number,
  place: ({ bodyId }, names) => placeOfBody(bodyId, names),
  rooms: ({ bodyId }) => [`body:${bodyId}`, 'programme'],
  patch: amendmentPatch,
}

function amendmentPatch(amendment: StoredAmendment, names: Names): Record<string, unknown> {
  const { number, place, before, after, reason, answer, answeredBy, agreedAtMeetingId } = amendment
  return {
    number,
    place,
    before,
    after,
    reason,
    answer,
    status: enumKey(amendment.status),
    proposedAt: amendment.proposedAt.toISOString(),
    answeredAt: amendment.answeredAt?.toISOString() ?? null,
    meeting: { __typename: 'Meeting', id: amendment.meetingId },
    body: patchBody(amendment.bodyId, names),
    proposedBy: patchPerson(amendment.proposedBy, names),
    answeredBy: answeredBy && patchPerson(answeredBy, names),
    agreedAt: agreedAtMeetingId && { __typename: 'Meeting', id: agreedAtMeetingId },
  }
}
