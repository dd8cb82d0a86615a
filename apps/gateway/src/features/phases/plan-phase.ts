import { isDay, officeFor, Refusal, type Viewer, whyNotPlanPhase } from '@camau/domain'
import type { PhaseNeeds } from './close-phase.js'
import { advisoryGroup } from './close-phase.js'
import type { StoredPhase } from './phase.kind.js'
import type { PlanPhaseInput } from './phase.type.js'

/** The planned days of a phase: what its burn-down is held against. */
export function planPhase(
  { phases, command, directory }: Pick<PhaseNeeds, 'phases' | 'command' | 'directory'>,
  viewer: Viewer,
  input: PlanPhaseInput,
): Promise<StoredPhase> {
  return command(
    { command: 'planPhase', viewer, input },
    async (tx) => {
      const body = advisoryGroup(await directory.now())
      const before = await phases.get(viewer, input.id, tx)
      const refusal = whyNotPlanPhase(viewer, body, before)
      if (refusal) throw new Refusal(refusal)
      const [startsOn, endsOn] = [dayOf(input.startsOn), dayOf(input.endsOn)]
      if (startsOn && endsOn && endsOn < startsOn) throw new Refusal('ends-before-start')
      return phases.save(
        tx,
        before,
        { ...before, startsOn, endsOn },
        officeFor(viewer, 'prepare', { space: 'body', body }),
      )
    },
    (id) => phases.get(viewer, id),
  )
}

function dayOf(day: string | null | undefined): string | null {
  if (day && !isDay(day)) throw new Refusal('impossible-date')
  return day ?? null
}
