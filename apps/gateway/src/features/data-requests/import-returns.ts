import { importReturns, type Viewer, whyNotAskAuthorities } from '@camau/domain'
import type { Keeper } from '../../platform/keep-record.js'
import type { StoredDataRequest } from './data-request.kind.js'
import type { ImportReturnsInput } from './data-request.type.js'

/** Takes in a file without retyping; lines that cannot be taken are kept with what is wrong. */
export function importReturnsOf(keep: Keeper<StoredDataRequest>, viewer: Viewer, input: ImportReturnsInput) {
  return keep.change(
    'importReturns',
    viewer,
    input,
    (request, { at }) => ({
      ...request,
      ...importReturns(request, input.dueOn, input.csv, { receivedAt: at, personId: viewer.personId }),
    }),
    whyNotAskAuthorities,
  )
}
