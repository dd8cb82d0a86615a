import {
  countsPeople,
  fitting,
  maySee,
  officeFor,
  Refusal,
  setPlan,
  type Viewer,
  whyNotChangeMeasure,
  whyNotFigure,
  whyNotKeepNumbers,
} from '@camau/domain'
import { newRecordId } from '../../platform/record-id.js'
import { numbersPlace } from '../../platform/register-place.js'
import { needed } from './change-measure.js'
import type { AddFigureInput, PublishFigureInput, SetReductionPlanInput } from './measure.inputs.js'
import type { StoredFigure, StoredPlan } from './measure.kinds.js'
import type { MeasuresNeeds } from './measures.needs.js'

/** One more figure of a measure. It is never changed: a later one corrects it, and says so. */
export function addFigure(needs: MeasuresNeeds, viewer: Viewer, input: AddFigureInput) {
  return needs.keepFigures.add(
    'addFigure',
    viewer,
    input,
    async (tx, names): Promise<StoredFigure> => {
      const measure = await needs.measures.get(viewer, input.measureId, tx)
      const place = numbersPlace(measure, names)
      if (!place || !maySee(viewer, measure.audience, place)) throw new Refusal('not-found')
      const refusal = whyNotChangeMeasure(viewer, measure, place)
      if (refusal) throw new Refusal(refusal)
      if (input.replaces) await replaceable(needs, viewer, input.replaces, measure.id)
      const figure = {
        ...fieldsOf(input),
        unit: measure.unit,
        measureId: measure.id,
        workstreamId: measure.workstreamId,
      }
      const wrong = whyNotFigure(figure)
      if (wrong) throw new Refusal(wrong)
      if (countsPeople(figure) && figure.value < 0) throw new Refusal('not-a-number')
      return { ...figure, at: tx.at, personId: viewer.personId, audience: 'member', version: 1 }
    },
    whyNotKeepNumbers,
  )
}

/** A figure is corrected once: two corrections of one would be two truths. */
async function replaceable({ figures }: MeasuresNeeds, viewer: Viewer, id: string, measureId: string): Promise<void> {
  const earlier = await figures.get(viewer, id)
  if (earlier.measureId !== measureId) throw new Refusal('not-found')
  if ((await figures.all()).some(({ replaces }) => replaces === id)) throw new Refusal('already-replaced')
}

const fieldsOf = (input: AddFigureInput) => ({
  id: newRecordId(input.id),
  value: input.value,
  groups: (input.groups ?? []).map(({ group, value }) => ({ group, value })),
  period: fitting('label', input.period),
  population: needed('title', input.population),
  caveats: [...new Set(input.caveats ?? [])],
  note: fitting('reason', input.note ?? null) || null,
  sourceLine: fitting('title', input.sourceLine),
  replaces: input.replaces ?? null,
})

/** From now on for everybody, small numbers left out. Publishing is the secretariat's and the chair's of the advisory group. */
export function publishFigure(
  { keepFigures, keepMeasures, ...needs }: MeasuresNeeds,
  viewer: Viewer,
  input: PublishFigureInput,
) {
  return keepFigures.change(
    'publishFigure',
    viewer,
    input,
    async (figure, tx) => {
      if (figure.audience === 'public') throw new Refusal('already-so')
      const measure = await needs.measures.get(viewer, figure.measureId, tx)
      if (measure.audience !== 'public')
        await needs.measures.save(
          tx,
          measure,
          { ...measure, audience: 'public' },
          officeFor(viewer, 'write', { space: 'publish' }),
        )
      return { ...figure, audience: 'public' }
    },
    (who) => (officeFor(who, 'write', { space: 'publish' }) ? null : 'not-permitted'),
  )
}

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
