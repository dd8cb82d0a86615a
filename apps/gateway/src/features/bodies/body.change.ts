import { type Body, officeFor, type Viewer } from '@camau/domain'
import type { RecordsRoom } from '@camau/protocol'
import type { RecordChange } from '../../platform/command.js'
import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchText } from '../../platform/graphql/local-text.js'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import type { StoredBody } from './body.store.js'
import { bodyEventType } from './body.type.js'

/** How a change of a body is told: in its own room, in that of the body it reports to, and in the programme. */
export function bodyChange(viewer: Viewer, before: StoredBody | null, after: StoredBody, names: Names): RecordChange {
  const { id, kind, parentId, version, audience } = after
  const place = { space: 'body', body: { id, kind, parentId } } as const
  const rooms: RecordsRoom[] = [`body:${id}`, 'programme', ...(parentId ? ([`body:${parentId}`] as const) : [])]
  const office = officeFor(viewer, 'rule', { space: 'membership' }) ?? officeFor(viewer, 'rule', place)
  return {
    type: 'Body',
    id,
    version,
    rooms,
    audience,
    place,
    fields: patch(after, names),
    before,
    after,
    office: office ?? officeFor(viewer, 'write', { space: 'membership' }),
  }
}

function patch(body: StoredBody, names: Names): Record<string, unknown> {
  const { id, version, from, to, remit, plannedEnd } = body
  return {
    __typename: 'Body',
    id,
    version,
    from,
    to,
    remit,
    plannedEnd,
    kind: enumKey(body.kind),
    status: enumKey(body.status),
    name: patchText(body.name),
    parent: body.parentId && patchBody(body.parentId, names),
    successors: body.successorIds.map((successor) => patchBody(successor, names)),
    life: body.life.map(bodyEventType).map(({ step, at, day, reason, personId, successorId }) => ({
      __typename: 'BodyEvent',
      step: enumKey(step),
      at: at.toISOString(),
      day,
      reason,
      by: patchPerson(personId, names),
      successor: successorId && patchBody(successorId, names),
    })),
  }
}

/** The body that the rules ask about, as a plain place in the programme. */
export const inLife = ({
  id,
  kind,
  parentId,
  status,
}: StoredBody): Pick<Body, 'id' | 'kind' | 'parentId' | 'status'> => ({
  id,
  kind,
  parentId,
  status,
})
