import type { Attendance, BodyPlace, Meeting } from '@camau/domain'
import { placeOf } from '../../platform/body-place'
import { domainName } from '../../platform/enums'
import type { MeetingRecordFragment } from './meetings.graphql'

/** A meeting as the rules want it: `whyNotStep(viewer, heldMeeting(meeting), 'start')`. */
export function heldMeeting(meeting: MeetingRecordFragment): { record: Meeting; body: BodyPlace } {
  return {
    body: placeOf(meeting.body),
    record: {
      id: meeting.id,
      bodyId: meeting.body.id,
      title: meeting.title,
      startsAt: new Date(meeting.startsAt),
      endsAt: new Date(meeting.endsAt),
      place: meeting.place,
      status: domainName(meeting.status),
      audience: domainName(meeting.audience),
      example: meeting.example,
      agenda: meeting.agenda,
      attendance: attendanceOf(meeting),
      seriesId: meeting.seriesId,
      currentItemId: meeting.currentItemId,
      currentSince: dateOf(meeting.currentSince),
      // What is on record of it is read, never decided on.
      earlierTimes: [],
      cancelled: null,
      startedAt: dateOf(meeting.startedAt),
      endedAt: dateOf(meeting.endedAt),
      circulatedBy: meeting.circulatedBy?.id ?? null,
      circulatedAt: dateOf(meeting.circulatedAt),
      agreedBy: meeting.agreedBy?.id ?? null,
      agreedAt: dateOf(meeting.agreedAt),
      versions: {},
    },
  }
}

export function attendanceOf({ attendance }: Pick<MeetingRecordFragment, 'attendance'>): Attendance[] {
  return attendance.map(({ person, state, role, standsInFor }) => ({
    personId: person.id,
    state: domainName(state),
    role: domainName(role),
    standsInFor: standsInFor?.id ?? null,
  }))
}

function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant)
}
