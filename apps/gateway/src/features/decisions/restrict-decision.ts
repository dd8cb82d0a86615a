import { officeFor, Refusal, type Viewer, whyNotRestrict } from '@camau/domain'
import { givenRestriction, type RestrictInput } from '../../platform/graphql/restriction.js'
import type { StoredDecision } from './decision.model.js'
import type { DecisionNeeds } from './decision-needs.js'

/** Those who rule or prepare on the body decide who may see it at all; it then stands in no minutes. */
export function restrictDecision(
  { decisions, command, directory }: DecisionNeeds,
  viewer: Viewer,
  input: RestrictInput,
): Promise<StoredDecision> {
  return command(
    { command: 'restrictDecision', viewer, input },
    async (tx) => {
      const names = await directory.now()
      const decision = await decisions.get(viewer, input.id, tx)
      const body = names.bodies.get(decision.bodyId)
      const refusal = body ? whyNotRestrict(viewer, body, decision.audience) : 'not-found'
      if (!body || refusal) throw new Refusal(refusal ?? 'not-found')
      const restrictedTo = givenRestriction(viewer, decision.restrictedTo ?? null, input.to, names)
      const office = officeFor(viewer, 'prepare', { space: 'body', body })
      return decisions.save(tx, decision, { ...decision, restrictedTo }, office)
    },
    (id) => decisions.get(viewer, id),
  )
}
