import type { Decision, HeldDecision } from '@camau/domain'
import { placeOf } from '../../platform/body-place'
import { domainName } from '../../platform/enums'
import type { DecisionLineFragment } from './decisions.graphql'

/** A decision as the rules want it: `whyNotDecisionStep(viewer, heldDecision(decision), 'correct')`. */
export function heldDecision(decision: DecisionLineFragment): HeldDecision {
  const { id, number, text, date, kind, outcome, votes, body, meeting } = decision
  return {
    body: placeOf(body),
    meeting: meeting && { status: domainName(meeting.status) },
    record: {
      id,
      number,
      text,
      date,
      votes,
      kind: domainName(kind),
      outcome: outcome && domainName(outcome),
      bodyId: body.id,
      meetingId: meeting?.id ?? null,
      ...partsOf(decision),
    },
  }
}

function partsOf(decision: DecisionLineFragment) {
  const { proposedBy, secondedBy, recordedBy, replaces, replacedBy, recipient, procedure, reply, actions } = decision
  return {
    procedureId: procedure?.id ?? null,
    proposedBy: proposedBy?.id ?? null,
    secondedBy: secondedBy?.id ?? null,
    recordedBy: recordedBy?.id ?? null,
    recordedAt: null,
    replaces: replaces?.id ?? null,
    replacedBy: replacedBy?.id ?? null,
    recipientBodyId: recipient?.id ?? null,
    reply: reply && { text: reply.text, at: new Date(reply.at), personId: reply.by.id },
    actionIds: actions.map((action) => action.id),
    dissent: decision.dissent.map(({ person, text }) => ({ personId: person?.id ?? null, text })),
    earlier: [],
    audience: 'member',
  } satisfies Partial<Decision>
}
