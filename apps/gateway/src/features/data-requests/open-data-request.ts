import { fitting, Refusal, type Viewer, whyNotAskAuthorities, whyNotRequest } from '@camau/domain'
import type { Keeper } from '../../platform/keep-record.js'
import { neededText } from '../../platform/needed-text.js'
import { newRecordId } from '../../platform/record-id.js'
import type { StoredDataRequest } from './data-request.kind.js'
import type { OpenDataRequestInput } from './data-request.type.js'

/** Asks authorities for a number, with a due date. */
export function openDataRequest(keep: Keeper<StoredDataRequest>, viewer: Viewer, input: OpenDataRequestInput) {
  const make = (): StoredDataRequest => {
    const names = input.authorities.map((name) => fitting('place', name)).filter(Boolean)
    const request: StoredDataRequest = {
      id: newRecordId(input.id),
      title: neededText('title', input.title),
      workstreamId: input.workstreamId ?? null,
      measureId: input.measureId ?? null,
      authorities: [...new Map(names.map((name) => [name.toLowerCase(), name])).values()],
      every: input.every,
      rounds: [{ dueOn: input.dueOn, returns: [], refused: [] }],
      audience: 'member',
      version: 1,
    }
    const refusal = whyNotRequest(request)
    if (refusal) throw new Refusal(refusal)
    return request
  }
  return keep.add('openDataRequest', viewer, input, make, whyNotAskAuthorities)
}
