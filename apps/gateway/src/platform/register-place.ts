import type { Place } from '@camau/domain'
import type { RecordsRoom } from '@camau/protocol'
import { placeOfBody } from './body-place.js'
import type { Names } from './directory.js'

/** What stands in a register: in the space of its workstream, or of the programme as a whole. */
export interface OfWorkstream {
  workstreamId: string | null
}

/** Numbers and money that belong to no workstream are the Operational Group's. */
export const numbersPlace = ({ workstreamId }: OfWorkstream, names: Names): Place | null =>
  workstreamId ? onBody(names, names.workstreams.get(workstreamId)) : { space: 'operational-board' }

/** Evidence that belongs to no workstream is the advisory group's. */
export const evidencePlace = ({ workstreamId }: OfWorkstream, names: Names): Place | null =>
  onBody(names, workstreamId ? names.workstreams.get(workstreamId) : advisoryGroup(names))

export const registerRooms = ({ workstreamId }: OfWorkstream): readonly RecordsRoom[] =>
  workstreamId ? ['programme', `body:body-${workstreamId}`] : ['programme']

const advisoryGroup = ({ bodies }: Names) => [...bodies.values()].find(({ kind }) => kind === 'advisory-group')?.id

const onBody = (names: Names, id: string | undefined): Place | null =>
  id === undefined ? null : placeOfBody(id, names)
