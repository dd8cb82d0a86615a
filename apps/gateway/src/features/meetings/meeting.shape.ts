import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { fieldVersions, patchVersions } from '../../platform/graphql/field-version.js'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import { patchItem } from './agenda-item.js'
import type { StoredMeeting } from './meeting.model.js'
import { MeetingType } from './meeting.type.js'

/** The meeting as its resolvers give it out. */
export function meetingType(meeting: StoredMeeting): MeetingType {
  const { circulatedBy, agreedBy, versions, ...same } = meeting
  return Object.assign(new MeetingType(), same, {
    circulatedById: circulatedBy,
    agreedById: agreedBy,
    minutesId: `minutes:${meeting.id}`,
    versions: fieldVersions(versions),
  })
}

/** The same for a patch: shaped as GraphQL answers it. */
export function meetingPatch(meeting: StoredMeeting, names: Names): Record<string, unknown> {
  const { bodyId, circulatedBy, agreedBy, status, audience, agenda, attendance, versions, ...rest } = meeting
  const { earlierTimes, cancelled, ...same } = rest
  const person = (id: string | null) => id && patchPerson(id, names)
  return {
    ...same,
    __typename: 'Meeting',
    body: patchBody(bodyId, names),
    status: enumKey(status),
    audience: enumKey(audience),
    agenda: agenda.map(patchItem),
    attendance: attendance.map(({ personId, state, role, standsInFor }) => ({
      __typename: 'Attendance',
      person: person(personId),
      state: enumKey(state),
      role: enumKey(role),
      standsInFor: person(standsInFor),
    })),
    earlierTimes: earlierTimes.map(({ personId, startsAt, endsAt, reason, at }) => ({
      __typename: 'EarlierTime',
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      reason,
      at: at.toISOString(),
      by: person(personId),
    })),
    cancelled: cancelled && {
      __typename: 'Cancellation',
      reason: cancelled.reason,
      at: cancelled.at.toISOString(),
      by: person(cancelled.personId),
    },
    circulatedBy: person(circulatedBy),
    agreedBy: person(agreedBy),
    minutesId: `minutes:${meeting.id}`,
    versions: patchVersions(versions, names),
  }
}
