import type { Viewer } from '@camau/domain'
import { ownerOf } from '../../platform/graphql/owner.js'
import { changes, type KeepMeasures } from './keep-measures.js'
import type { SetMeasureOwnerInput } from './measure.inputs.js'

export function setMeasureOwner({ keepMeasures }: KeepMeasures, viewer: Viewer, input: SetMeasureOwnerInput) {
  return keepMeasures.change(
    'setMeasureOwner',
    viewer,
    input,
    (measure, _, names) => ({ ...measure, owner: input.owner ? ownerOf(input.owner, names) : null }),
    changes,
  )
}
