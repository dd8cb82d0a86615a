import { fitting, type Owner, officeFor, replyToAdvice as replied, type Viewer } from '@camau/domain'
import type { ReplyToAdviceInput } from './decision.inputs.js'
import type { StoredDecision } from './decision.model.js'
import type { DecisionNeeds } from './decision-needs.js'
import { heldDecision } from './held-decision.js'

/** The minister's office answers the advice it was given; the chairs who gave it are told. */
export function replyToAdvice(
  needs: DecisionNeeds,
  viewer: Viewer,
  input: ReplyToAdviceInput,
): Promise<StoredDecision> {
  const { decisions, command, notify } = needs
  return command(
    { command: 'replyToAdvice', viewer, input },
    async (tx) => {
      const held = await heldDecision(needs, viewer, tx, input.id)
      const after = replied(viewer, held, fitting('reply', input.text), tx.at)
      const saved = await decisions.save(
        tx,
        held.record,
        after,
        officeFor(viewer, 'write', { space: 'correspondence' }),
      )
      const chairs = (['chair', 'vice-chair'] as const).map(
        (office): Owner => ({ kind: 'office', office, bodyId: saved.bodyId }),
      )
      await notify(tx, [{ kind: 'answered', to: chairs, about: { type: 'Decision', id: saved.id }, text: input.text }])
      return saved
    },
    (id) => decisions.get(viewer, id),
  )
}
