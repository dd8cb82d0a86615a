import type { BodyPlace, Place } from '@camau/domain'
import type { RecordsRoom } from '@camau/protocol'
import type { Names } from './directory.js'

/** What stands in a register: in the space of its workstream, or of the programme as a whole. */
export interface OfWorkstream {
  workstreamId: string | null
}

/** Numbers and money that belong to no workstream are the Operational Group's. */
export const numbersPlace = ({ workstreamId }: OfWorkstream, names: Names): Place | null =>
  workstreamId ? bodyPlace(names, names.workstreams.get(workstreamId)) : { space: 'operational-board' }

/** Evidence that belongs to no workstream is the advisory group's. */
export const evidencePlace = ({ workstreamId }: OfWorkstream, names: Names): Place | null =>
  bodyPlace(names, workstreamId ? names.workstreams.get(workstreamId) : advisoryGroup(names))

export const registerRooms = ({ workstreamId }: OfWorkstream): readonly RecordsRoom[] =>
  workstreamId ? ['programme', `body:body-${workstreamId}`] : ['programme']

const advisoryGroup = ({ bodies }: Names) => [...bodies.values()].find(({ kind }) => kind === 'advisory-group')?.id

function bodyPlace({ bodies }: Names, id: string | undefined): Place | null {
  const body: BodyPlace | undefined = id === undefined ? undefined : bodies.get(id)
  return body ? { space: 'body', body: { id: body.id, kind: body.kind, parentId: body.parentId } } : null
}
