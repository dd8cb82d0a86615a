import type { Viewer } from '@camau/domain'
import { neededText } from '../../platform/needed-text.js'
import { changes, type KeepMeasures } from './keep-measures.js'
import type { SetRiskAssessmentInput } from './measure.inputs.js'
import type { StoredMeasure } from './measure.kinds.js'

export function setRiskAssessment({ keepMeasures }: KeepMeasures, viewer: Viewer, input: SetRiskAssessmentInput) {
  const step = (measure: StoredMeasure) => ({ ...measure, riskAssessment: neededText('progress', input.text) })
  return keepMeasures.change('setRiskAssessment', viewer, input, step, changes)
}
