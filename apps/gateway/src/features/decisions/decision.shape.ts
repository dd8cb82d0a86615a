import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import type { StoredDecision } from './decision.model.js'
import { DecisionType } from './decision.type.js'

/** The decision as its resolvers give it out. */
export function decisionType({ proposedBy, recordedBy, ...same }: StoredDecision): DecisionType {
  return Object.assign(new DecisionType(), same, { proposedById: proposedBy, recordedById: recordedBy })
}

/** The same for a patch: shaped as GraphQL answers it. */
export function decisionPatch(decision: StoredDecision, names: Names): Record<string, unknown> {
  const { id, number, text, date, version, bodyId, meetingId, proposedBy, recordedBy, actionIds } = decision
  return {
    __typename: 'Decision',
    id,
    number,
    text,
    date,
    version,
    audience: enumKey(decision.audience),
    body: patchBody(bodyId, names),
    meeting: meetingId && { __typename: 'Meeting', id: meetingId },
    proposedBy: proposedBy && patchPerson(proposedBy, names),
    recordedBy: recordedBy && patchPerson(recordedBy, names),
    actions: actionIds.map((action) => ({ __typename: 'Action', id: action })),
  }
}
