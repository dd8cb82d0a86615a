import { fitting, Refusal, type Viewer, whyNotSucceed } from '@camau/domain'
import type { NameSuccessorInput } from './body.inputs.js'
import type { StoredBody } from './body.store.js'
import { type BodyNeeds, findBody, stepBody } from './change-body.js'

/** Who goes on with what a body did; also long after it closed. */
export function nameSuccessor(needs: BodyNeeds, viewer: Viewer, input: NameSuccessorInput): Promise<StoredBody> {
  return needs.command(
    { command: 'nameSuccessor', viewer, input },
    async (tx) => {
      const before = await needs.bodies.inSession(tx.session, input.id)
      const successor = await needs.bodies.inSession(tx.session, input.successorId)
      const refusal = whyNotSucceed(before, successor)
      if (refusal) throw new Refusal(refusal)
      const reason = fitting('reason', input.reason ?? null)
      return stepBody(needs, tx, viewer, before, { step: 'nameSuccessor', reason, successorId: successor.id })
    },
    findBody(needs.bodies),
  )
}
