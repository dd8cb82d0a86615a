import type { Viewer } from '@camau/domain'
import { ownerOf } from '../../platform/graphql/owner.js'
import { changes, type KeepMeasures } from './keep-measures.js'
import type { AssignDutyInput } from './measure.inputs.js'

export function assignDuty({ keepMeasures }: KeepMeasures, viewer: Viewer, input: AssignDutyInput) {
  return keepMeasures.change(
    'assignDuty',
    viewer,
    input,
    (measure, _, names) => ({
      ...measure,
      duties: { ...measure.duties, [input.duty]: input.owner ? ownerOf(input.owner, names) : null },
    }),
    changes,
  )
}
