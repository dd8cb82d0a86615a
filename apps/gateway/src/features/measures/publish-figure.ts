import { officeFor, Refusal, type Viewer } from '@camau/domain'
import type { PublishFigureInput } from './measure.inputs.js'
import type { MeasuresNeeds } from './measures.needs.js'

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
