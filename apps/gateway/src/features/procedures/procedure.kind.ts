import { procedureStatuses, tallyOf, voteChoices, type WrittenProcedure } from '@camau/domain'
import { placeOfBody } from '../../platform/body-place.js'
import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import { maybeTime, needed, neededNumber, neededTime, part, text } from '../../platform/record-parts.js'
import type { RecordKind, RecordStore } from '../../platform/record-store.js'

export type StoredProcedure = WrittenProcedure & { version: number }
export type ProcedureStore = RecordStore<StoredProcedure>

/** Written procedures: where they are kept, who sees them, how a change of one is told. */
export const procedureKind: RecordKind<StoredProcedure> = {
  type: 'WrittenProcedure',
  collection: 'procedures',
  fields: {
    bodyId: { ...needed, index: true },
    question: needed,
    status: { type: String, enum: procedureStatuses, required: true },
    openedBy: needed,
    openedAt: neededTime,
    closesAt: neededTime,
    quorum: neededNumber,
    voters: [String],
    votes: [part({ personId: needed, choice: { type: String, enum: voteChoices, required: true }, at: neededTime })],
    closedAt: maybeTime,
    closedBy: text,
    reason: text,
    decisionId: text,
  },
  order: (a, b) => b.openedAt.getTime() - a.openedAt.getTime(),
  place: ({ bodyId }, names) => placeOfBody(bodyId, names),
  rooms: ({ bodyId }) => [`body:${bodyId}`, 'programme'],
  patch: procedurePatch,
}

function procedurePatch(procedure: StoredProcedure, names: Names): Record<string, unknown> {
  const { question, quorum, reason, bodyId, closedBy, decisionId } = procedure
  return {
    question,
    quorum,
    reason,
    status: enumKey(procedure.status),
    openedAt: procedure.openedAt.toISOString(),
    closesAt: procedure.closesAt.toISOString(),
    closedAt: procedure.closedAt?.toISOString() ?? null,
    body: patchBody(bodyId, names),
    openedBy: patchPerson(procedure.openedBy, names),
    closedBy: closedBy && patchPerson(closedBy, names),
    decision: decisionId && { __typename: 'Decision', id: decisionId },
    tally: { __typename: 'VoteCounts', ...tallyOf(procedure) },
    voters: procedure.voters.map((id) => patchPerson(id, names)),
    votes: procedure.votes.map(({ personId, choice, at }) => ({
      __typename: 'CastVote',
      person: patchPerson(personId, names),
      choice: enumKey(choice),
      at: at.toISOString(),
    })),
  }
}
