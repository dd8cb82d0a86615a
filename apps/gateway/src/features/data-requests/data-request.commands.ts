import {
  fitting,
  importReturns,
  nextRound,
  Refusal,
  type Viewer,
  whyNotAskAuthorities,
  whyNotRequest,
} from '@camau/domain'
import type { Keeper } from '../../platform/keep-record.js'
import { newRecordId } from '../../platform/record-id.js'
import type { StoredDataRequest } from './data-request.kind.js'
import type { ImportReturnsInput, OpenDataRequestInput, OpenNextRoundInput } from './data-request.type.js'

/** Asks authorities for a number, with a due date. */
export function openDataRequest(keep: Keeper<StoredDataRequest>, viewer: Viewer, input: OpenDataRequestInput) {
  const make = (): StoredDataRequest => {
    const title = fitting('title', input.title)
    if (!title) throw new Refusal('text-needed')
    const names = input.authorities.map((name) => fitting('place', name)).filter(Boolean)
    const request: StoredDataRequest = {
      id: newRecordId(input.id),
      title,
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

export function openNextRound(keep: Keeper<StoredDataRequest>, viewer: Viewer, input: OpenNextRoundInput) {
  const step = (request: StoredDataRequest) => ({ ...request, ...nextRound(request) })
  return keep.change('openNextRound', viewer, input, step, whyNotAskAuthorities)
}
