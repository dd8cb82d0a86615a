import {
  Refusal,
  sendApologies as send,
  type Viewer,
  whyNotSendApologies,
  withdrawApologies as withdraw,
} from '@camau/domain'
import { changeMeeting } from './change-meeting.js'
import type { MeetingInput, SendApologiesInput } from './meeting.inputs.js'
import type { HeldStoredMeeting, StoredMeeting } from './meeting.model.js'
import type { SetAttendanceNeeds } from './set-attendance.js'

/** Somebody says that they will not come, and who comes instead. */
export function sendApologies(
  needs: SetAttendanceNeeds,
  viewer: Viewer,
  input: SendApologiesInput,
): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'sendApologies', input, {
    whyNot: () => null,
    async change(held) {
      await refuseUnexpected(needs, viewer, held)
      const substituteId = input.substituteId ?? null
      if (substituteId && !(await needs.directory.now()).people.has(substituteId)) throw new Refusal('not-found')
      return send(held.record, viewer.personId, substituteId)
    },
  })
}

/** They will come after all. */
export function withdrawApologies(
  needs: SetAttendanceNeeds,
  viewer: Viewer,
  input: MeetingInput,
): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'withdrawApologies', input, {
    whyNot: () => null,
    async change(held) {
      await refuseUnexpected(needs, viewer, held)
      return withdraw(held.record, viewer.personId)
    },
  })
}

/** Who is expected follows from the offices in force now, which only the gateway knows. */
async function refuseUnexpected(needs: SetAttendanceNeeds, viewer: Viewer, held: HeldStoredMeeting): Promise<void> {
  const refusal = whyNotSendApologies(viewer, held, await needs.expectedAt(held.body.id))
  if (refusal) throw new Refusal(refusal)
}
