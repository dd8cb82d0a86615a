import { fitting, type Viewer } from '@camau/domain'
import type { ReasonInput } from '../../platform/graphql/record-inputs.js'
import type { StoredBody } from './body.store.js'
import { type BodyNeeds, findBody, stepBody } from './change-body.js'
import { type ClosedBodyNeeds, tellRights } from './close-body.js'

/** A group that had ended meets again (requirements, row 6); why, is on record. */
export function reestablishBody(
  needs: BodyNeeds & Pick<ClosedBodyNeeds, 'affectedBy'>,
  viewer: Viewer,
  input: ReasonInput,
): Promise<StoredBody> {
  return needs.command(
    { command: 'reestablishBody', viewer, input },
    async (tx) => {
      const before = await needs.bodies.inSession(tx.session, input.id)
      const reason = fitting('reason', input.reason)
      const after = await stepBody(needs, tx, viewer, before, { step: 'reestablish', reason })
      await tellRights(needs, tx, after.id)
      return after
    },
    findBody(needs.bodies),
  )
}
