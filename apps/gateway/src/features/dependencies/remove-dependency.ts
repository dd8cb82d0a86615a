import { Refusal, type Viewer, whyNotUnlink } from '@camau/domain'
import type { ActionInput } from '../../platform/graphql/record-inputs.js'
import type { Loaders } from '../../platform/loaders.js'
import type { DependencyNeeds } from './add-dependency.js'
import type { StoredDependency } from './dependency.model.js'
import { linkedBodies, linkingOffice } from './linked-bodies.js'
import { tellOfUnlink } from './tell-linked.js'

/** A link somebody set here is taken away; those the documents state stay. */
export function removeDependency(
  needs: DependencyNeeds,
  viewer: Viewer,
  load: Loaders,
  input: ActionInput,
): Promise<StoredDependency> {
  const { dependencies, command, directory } = needs
  return command(
    { command: 'removeDependency', viewer, input },
    async (tx) => {
      const link = await dependencies.get(input.id, tx)
      const ends = await linkedBodies(load, link, await directory.now())
      const refusal = whyNotUnlink(viewer, link, ends.dependent, ends.other)
      if (refusal) throw new Refusal(refusal)
      if (link.removed) throw new Refusal('already-so')
      const removed = await dependencies.remove(tx, link, ends.bodies, linkingOffice(viewer, ends))
      await tellOfUnlink(needs, tx, link)
      return removed
    },
    (id) => dependencies.get(id),
  )
}
