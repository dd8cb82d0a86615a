import type { Amendment, BodyPlace } from '@camau/domain'
import { placeOf } from '../../platform/body-place'
import { domainName } from '../../platform/enums'
import type { AgreedMeeting } from './agreed-minutes'
import type { AmendmentFragment } from './minutes.graphql'

/** An amendment as the rules want it: `whyNotAmendmentStep(viewer, heldAmendment(amendment, body), 'agree')`. */
export function heldAmendment(
  amendment: AmendmentFragment,
  body: AgreedMeeting['body'],
): { record: Amendment; body: BodyPlace } {
  const { proposedBy, answeredBy, agreedAt, meeting, status, proposedAt, answeredAt, ...same } = amendment
  return {
    body: placeOf(body),
    record: {
      ...same,
      status: domainName(status),
      meetingId: meeting.id,
      bodyId: body.id,
      proposedBy: proposedBy.id,
      proposedAt: new Date(proposedAt),
      answeredBy: answeredBy?.id ?? null,
      answeredAt: answeredAt ? new Date(answeredAt) : null,
      agreedAtMeetingId: agreedAt?.id ?? null,
      audience: 'member',
    },
  }
}
