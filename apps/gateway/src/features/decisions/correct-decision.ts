import { correctDecision as corrected, officeFor, type Viewer } from '@camau/domain'
import type { CorrectDecisionInput } from './decision.inputs.js'
import type { StoredDecision } from './decision.model.js'
import type { DecisionNeeds } from './decision-needs.js'
import { givenDecision } from './given-decision.js'
import { heldDecision } from './held-decision.js'

/** Puts a decision right while its minutes are open; afterwards it stands, and a new one replaces it. */
export function correctDecision(
  needs: DecisionNeeds,
  viewer: Viewer,
  input: CorrectDecisionInput,
): Promise<StoredDecision> {
  const { decisions, command, directory } = needs
  return command(
    { command: 'correctDecision', viewer, input },
    async (tx) => {
      const held = await heldDecision(needs, viewer, tx, input.id)
      const after = corrected(viewer, held, givenDecision(input, await directory.now()), tx.at)
      return decisions.save(tx, held.record, after, officeFor(viewer, 'write', { space: 'body', body: held.body }))
    },
    (id) => decisions.get(viewer, id),
  )
}
