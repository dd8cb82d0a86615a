import { meetingKinds, type Viewer, whyNotPrepare } from '@camau/domain'
import { placeOf } from '../../platform/body-place'
import { domainName } from '../../platform/enums'
import type { MeetingBodiesQuery } from './meetings.graphql'

export type PlannableBody = MeetingBodiesQuery['bodies'][number]

/** Bodies the viewer may plan a meeting for: active, of a kind that meets, and theirs to prepare. */
export function plannable(viewer: Viewer, bodies: readonly PlannableBody[]): PlannableBody[] {
  return bodies.filter(
    (body) =>
      body.status === 'ACTIVE' &&
      meetingKinds.includes(domainName(body.kind)) &&
      whyNotPrepare(viewer, placeOf(body)) === null,
  )
}
