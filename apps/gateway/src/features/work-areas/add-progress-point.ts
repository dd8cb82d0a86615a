import { dayInLondon, fitting, officeFor, Refusal, type Viewer, whyNotReportOnWorkArea } from '@camau/domain'
import type { WorkAreaNeeds } from './propose-work-area.js'
import type { AddProgressPointInput } from './work-area.inputs.js'
import { bodyOf, type StoredWorkArea } from './work-area.kind.js'

/** One short point of progress; letters and reports are written from these (requirements, row 30). */
export function addProgressPoint(
  { workAreas, command, directory, phaseOf }: WorkAreaNeeds,
  viewer: Viewer,
  input: AddProgressPointInput,
): Promise<StoredWorkArea> {
  return command(
    { command: 'addProgressPoint', viewer, input },
    async (tx) => {
      const before = await workAreas.get(viewer, input.id, tx)
      const body = bodyOf(before, await directory.now())
      if (!body) throw new Refusal('not-found')
      const refusal = whyNotReportOnWorkArea(viewer, body, before, await phaseOf(before.phaseId))
      if (refusal) throw new Refusal(refusal)
      const text = fitting('point', input.text)
      if (!text) throw new Refusal('text-needed')
      const said = { id: tx.newId(), text, day: dayInLondon(tx.at), at: tx.at, personId: viewer.personId, source: null }
      const after = { ...before, progressPoints: [...before.progressPoints, said] }
      return workAreas.save(tx, before, after, officeFor(viewer, 'write', { space: 'body', body }))
    },
    (id) => workAreas.get(viewer, id),
  )
}
