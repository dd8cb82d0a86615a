import type { BodyPlace, WrittenProcedure } from '@camau/domain'
import { placeOf } from '../../platform/body-place'
import { domainName } from '../../platform/enums'
import type { ProcedureLineFragment } from './procedures.graphql'

/** A procedure as the rules want it: `whyNotProcedureStep(viewer, heldProcedure(procedure), 'vote', now)`. */
export function heldProcedure(procedure: ProcedureLineFragment): { record: WrittenProcedure; body: BodyPlace } {
  const { id, question, quorum, reason, status, body, openedBy, openedAt, closesAt, closedAt, voters, votes } =
    procedure
  return {
    body: placeOf(body),
    record: {
      id,
      question,
      quorum,
      reason,
      bodyId: body.id,
      status: domainName(status),
      openedBy: openedBy.id,
      openedAt: new Date(openedAt),
      closesAt: new Date(closesAt),
      closedAt: closedAt ? new Date(closedAt) : null,
      closedBy: null,
      voters: voters.map((one) => one.id),
      votes: votes.map(({ person, choice, at }) => ({
        personId: person.id,
        choice: domainName(choice),
        at: new Date(at),
      })),
      decisionId: procedure.decision?.id ?? null,
      audience: 'member',
    },
  }
}
