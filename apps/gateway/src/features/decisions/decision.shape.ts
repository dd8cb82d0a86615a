import { awaitsReply } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import { patchRestriction } from '../../platform/graphql/restriction.js'
import { VoteCountsType } from '../../platform/graphql/vote-counts.js'
import type { StoredDecision } from './decision.model.js'
import { AdviceReplyType, DecisionType, DissentType, EarlierDecisionType } from './decision.type.js'

/** The decision as its resolvers give it out. */
export function decisionType(decision: StoredDecision): DecisionType {
  const { proposedBy, secondedBy, recordedBy, replaces, replacedBy, restrictedTo: _, ...same } = decision
  const { votes, dissent, earlier, reply } = decision
  return Object.assign(new DecisionType(), same, {
    proposedById: proposedBy,
    secondedById: secondedBy,
    recordedById: recordedBy,
    replacesId: replaces,
    replacedById: replacedBy,
    named: decision.restrictedTo ?? null,
    awaitsReply: awaitsReply(decision),
    votes: votes && Object.assign(new VoteCountsType(), votes),
    dissent: dissent.map((one) => Object.assign(new DissentType(), one)),
    earlier: earlier.map((one) => Object.assign(new EarlierDecisionType(), one)),
    reply: reply && Object.assign(new AdviceReplyType(), reply),
  })
}

/** The same for a patch: shaped as GraphQL answers it. */
export function decisionPatch(decision: StoredDecision, names: Names): Record<string, unknown> {
  const { id, number, text, date, version, bodyId, meetingId, procedureId, recipientBodyId, actionIds } = decision
  const person = (id: string | null) => id && patchPerson(id, names)
  const other = (__typename: string, id: string | null) => id && { __typename, id }
  return {
    __typename: 'Decision',
    id,
    number,
    text,
    date,
    version,
    kind: enumKey(decision.kind),
    outcome: decision.outcome && enumKey(decision.outcome),
    audience: enumKey(decision.audience),
    awaitsReply: awaitsReply(decision),
    recordedAt: decision.recordedAt?.toISOString() ?? null,
    body: patchBody(bodyId, names),
    recipient: recipientBodyId && patchBody(recipientBodyId, names),
    meeting: other('Meeting', meetingId),
    procedure: other('WrittenProcedure', procedureId),
    replaces: other('Decision', decision.replaces),
    replacedBy: other('Decision', decision.replacedBy),
    proposedBy: person(decision.proposedBy),
    secondedBy: person(decision.secondedBy),
    recordedBy: person(decision.recordedBy),
    actions: actionIds.map((action) => other('Action', action)),
    restrictedTo: patchRestriction(decision.restrictedTo, names),
    ...partsPatch(decision, person),
  }
}

function partsPatch({ votes, dissent, earlier, reply }: StoredDecision, person: (id: string | null) => unknown) {
  return {
    votes: votes && { __typename: 'VoteCounts', ...votes },
    dissent: dissent.map(({ personId, text }) => ({ __typename: 'Dissent', person: person(personId), text })),
    earlier: earlier.map(({ text, outcome, at, personId }) => ({
      __typename: 'EarlierDecision',
      text,
      outcome: outcome && enumKey(outcome),
      at: at.toISOString(),
      by: person(personId),
    })),
    reply: reply && {
      __typename: 'AdviceReply',
      text: reply.text,
      at: reply.at.toISOString(),
      by: person(reply.personId),
    },
  }
}
