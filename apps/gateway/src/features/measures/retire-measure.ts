import { fitting, retireMeasure as retired, type Viewer } from '@camau/domain'
import { changes, type KeepMeasures } from './keep-measures.js'
import type { RetireMeasureInput } from './measure.inputs.js'

export function retireMeasure({ keepMeasures }: KeepMeasures, viewer: Viewer, input: RetireMeasureInput) {
  return keepMeasures.change(
    'retireMeasure',
    viewer,
    input,
    (measure, { at }) => ({
      ...measure,
      ...retired(measure, fitting('reason', input.reason), at, viewer.personId),
    }),
    changes,
  )
}
