import { type Attendance, Refusal, type Viewer, whyNotEditMeeting } from '@camau/domain'
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
      const known = record.attendance.some(({ personId }) => personId === input.personId)
      if (!known && !(await needs.expectedAt(record.bodyId)).includes(input.personId))
        throw new Refusal('not-on-this-body')
      return { ...record, attendance: ticked(record.attendance, input) }
    },
  })
}

function ticked(attendance: readonly Attendance[], { personId, state }: Attendance): Attendance[] {
  const line = { personId, state }
  const known = attendance.some((one) => one.personId === personId)
  return known ? attendance.map((one) => (one.personId === personId ? line : one)) : [...attendance, line]
}
