import {
  activateWorkArea as activate,
  dayInLondon,
  officeFor,
  Refusal,
  type Viewer,
  whyNotActivateWorkArea,
} from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { WorkAreaNeeds } from './propose-work-area.js'
import type { ActivateWorkAreaInput } from './work-area.inputs.js'
import type { StoredWorkArea } from './work-area.kind.js'

/** Takes a proposed area on, with the decision of the advisory group that says so. */
export function activateWorkArea(
  { workAreas, command, directory, decisionOf }: WorkAreaNeeds,
  viewer: Viewer,
  input: ActivateWorkAreaInput,
): Promise<StoredWorkArea> {
  return command(
    { command: 'activateWorkArea', viewer, input },
    async (tx) => {
      const before = await workAreas.get(viewer, input.id, tx)
      const advisory = advisoryGroup(await directory.now())
      const refusal = whyNotActivateWorkArea(viewer, advisory, before)
      if (refusal) throw new Refusal(refusal)
      const decision = input.decisionId ? await decisionOf(viewer, input.decisionId) : null
      const after = activate(viewer, advisory, before, decision, dayInLondon(tx.at))
      return workAreas.save(tx, before, after, officeFor(viewer, 'prepare', { space: 'body', body: advisory }))
    },
    (id) => workAreas.get(viewer, id),
  )
}

/** The one body that takes work on; without it nobody can. */
function advisoryGroup({ bodies }: Names) {
  const found = [...bodies.values()].find(({ kind }) => kind === 'advisory-group')
  if (!found) throw new Refusal('not-found')
  return found
}
