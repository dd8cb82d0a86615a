import { nextRound, type Viewer, whyNotAskAuthorities } from '@camau/domain'
import type { Keeper } from '../../platform/keep-record.js'
import type { StoredDataRequest } from './data-request.kind.js'
import type { OpenNextRoundInput } from './data-request.type.js'

export function openNextRound(keep: Keeper<StoredDataRequest>, viewer: Viewer, input: OpenNextRoundInput) {
  const step = (request: StoredDataRequest) => ({ ...request, ...nextRound(request) })
  return keep.change('openNextRound', viewer, input, step, whyNotAskAuthorities)
}
