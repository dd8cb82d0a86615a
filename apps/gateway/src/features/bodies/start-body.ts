import type { Viewer } from '@camau/domain'
import type { StartBodyInput } from './body.inputs.js'
import type { StoredBody } from './body.store.js'
import { type BodyNeeds, findBody, stepBody } from './change-body.js'

/** From here on it may have members, hold work and meet. */
export function startBody(needs: BodyNeeds, viewer: Viewer, input: StartBodyInput): Promise<StoredBody> {
  return needs.command(
    { command: 'startBody', viewer, input },
    async (tx) => {
      const before = await needs.bodies.inSession(tx.session, input.id)
      return stepBody(needs, tx, viewer, before, { step: 'start', day: input.day ?? null, reason: null })
    },
    findBody(needs.bodies),
  )
}
