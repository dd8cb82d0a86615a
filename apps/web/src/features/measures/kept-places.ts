import { type Viewer, whyNotKeepNumbers } from '@camau/domain'
import type { WorkstreamOption } from '../../platform/workstream-options'

/** Where the viewer keeps numbers: workstreams by id, and null for what belongs to none. */
export function keptPlaces(viewer: Viewer, workstreams: readonly WorkstreamOption[]) {
  const own = workstreams.filter(({ place }) => whyNotKeepNumbers(viewer, place) === null)
  const board = whyNotKeepNumbers(viewer, { space: 'operational-board' }) === null
  return [
    ...own.map(({ id, number }) => ({ workstreamId: id, number })),
    ...(board ? [{ workstreamId: null, number: null }] : []),
  ]
}
