import {
  countsPeople,
  fitting,
  maySee,
  Refusal,
  type Viewer,
  whyNotChangeMeasure,
  whyNotFigure,
  whyNotKeepNumbers,
} from '@camau/domain'
import { neededText } from '../../platform/needed-text.js'
import { newRecordId } from '../../platform/record-id.js'
import { numbersPlace } from '../../platform/register-place.js'
import type { AddFigureInput } from './measure.inputs.js'
import type { StoredFigure } from './measure.kinds.js'
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
  population: neededText('title', input.population),
  caveats: [...new Set(input.caveats ?? [])],
  note: fitting('reason', input.note ?? null) || null,
  sourceLine: fitting('title', input.sourceLine),
  replaces: input.replaces ?? null,
})
