import { type Attendance, Refusal, type Viewer, whyNotAttend, whyNotEditMeeting, withAttendance } from '@camau/domain'
import { changeMeeting, type MeetingNeeds } from './change-meeting.js'
import type { SetAttendanceInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'

export interface SetAttendanceNeeds extends MeetingNeeds {
  /** Who belongs at a meeting of the body, by the offices in force now. */
  expectedAt: (bodyId: string) => Promise<readonly string[]>
}

/** One person's attendance: two people may tick two names at once. */
export function setAttendance(
  needs: SetAttendanceNeeds,
  viewer: Viewer,
  input: SetAttendanceInput,
): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'setAttendance', input, {
    whyNot: whyNotEditMeeting,
    async change({ record }) {
      const names = await needs.directory.now()
      if (!names.people.has(input.personId)) throw new Refusal('not-found')
      const before = record.attendance.find(({ personId }) => personId === input.personId)
      const line = lineOf(input, before)
      // Whoever was recorded once can still be ticked, whatever office has ended since.
      const asBefore = before?.role === line.role && before.standsInFor === line.standsInFor
      const refusal = asBefore ? null : whyNotAttend(line, await needs.expectedAt(record.bodyId))
      if (refusal) throw new Refusal(refusal)
      return { ...record, attendance: withAttendance(record.attendance, line) }
    },
  })
}

/** As it was, but for what is said. */
function lineOf({ personId, state, role, standsInForId }: SetAttendanceInput, before?: Attendance): Attendance {
  const standsInFor = standsInForId === undefined ? (before?.standsInFor ?? null) : standsInForId
  return { personId, state, role: role ?? before?.role ?? 'member', standsInFor }
}
