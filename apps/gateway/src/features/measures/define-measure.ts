import { defined, type Viewer } from '@camau/domain'
import { neededText } from '../../platform/needed-text.js'
import { changes, type KeepMeasures } from './keep-measures.js'
import type { DefineMeasureInput } from './measure.inputs.js'

export function defineMeasure({ keepMeasures }: KeepMeasures, viewer: Viewer, input: DefineMeasureInput) {
  return keepMeasures.change(
    'defineMeasure',
    viewer,
    input,
    (measure, { at }) => ({
      ...measure,
      ...defined(measure, { state: input.state, text: neededText('reason', input.text) }, at, viewer.personId),
    }),
    changes,
  )
}
