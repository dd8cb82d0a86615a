import { fitting, officeFor, Refusal, setIdeaAside as setAside, type Viewer } from '@camau/domain'
import type { ReasonInput } from '../../platform/graphql/record-inputs.js'
import type { StoredIdea } from './idea.kind.js'
import type { RaiseIdeaNeeds } from './raise-idea.js'

/** Nothing comes of it, and the register says why. */
export function setIdeaAside(
  { ideas, command, directory }: Omit<RaiseIdeaNeeds, 'nextNumber'>,
  viewer: Viewer,
  input: ReasonInput,
): Promise<StoredIdea> {
  return command(
    { command: 'setIdeaAside', viewer, input },
    async (tx) => {
      const before = await ideas.get(viewer, input.id, tx)
      const body = (await directory.now()).bodies.get(before.bodyId)
      if (!body) throw new Refusal('not-found')
      const after = setAside(viewer, body, before, fitting('reason', input.reason), tx.at)
      return ideas.save(tx, before, after, officeFor(viewer, 'rule', { space: 'body', body }))
    },
    (id) => ideas.get(viewer, id),
  )
}
