import { fitting, Refusal, setPlan, type Viewer, whyNotKeepNumbers } from '@camau/domain'
import type { SetReductionPlanInput } from './measure.inputs.js'
import type { StoredPlan } from './measure.kinds.js'
import type { MeasuresNeeds } from './measures.needs.js'

export function setReductionPlan(
  { keepPlans, plans, measures }: MeasuresNeeds,
  viewer: Viewer,
  input: SetReductionPlanInput,
) {
  return keepPlans.change(
    'setReductionPlan',
    viewer,
    input,
    async (plan): Promise<StoredPlan> => {
      const changes = (input.changes ?? []).map(({ measureId, change }) => ({ measureId, change: change ?? null }))
      const reductions = (await measures.all()).filter(({ reduction }) => reduction).map(({ id }) => id)
      if (!changes.every(({ measureId }) => reductions.includes(measureId))) throw new Refusal('not-found')
      const authority = fitting('title', input.authority ?? null) || null
      return setPlan(plan, { submitted: input.submitted, authority, changes }, await plans.all())
    },
    whyNotKeepNumbers,
  )
}
