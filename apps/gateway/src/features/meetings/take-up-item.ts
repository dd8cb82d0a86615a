import { takeUp, type Viewer, whyNotEditMeeting } from '@camau/domain'
import { newRecordId } from '../../platform/record-id.js'
import { changeMeeting, type MeetingNeeds } from './change-meeting.js'
import { checkLength } from './given-agenda.js'
import type { TakeUpItemInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'
import type { OpenBusiness } from './open-business.js'

export interface TakeUpItemNeeds extends MeetingNeeds {
  openBusiness: OpenBusiness
}

/** What an earlier meeting left, or what is parked, comes to this agenda: by reference, and once. */
export function takeUpItem(needs: TakeUpItemNeeds, viewer: Viewer, input: TakeUpItemInput): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'takeUpItem', input, {
    whyNot: whyNotEditMeeting,
    async change(held, tx) {
      const { matters } = await needs.openBusiness(tx, held.body.id)
      const ref = { meetingId: input.from.meetingId ?? null, itemId: input.from.itemId }
      const after = takeUp(viewer, held, ref, matters, newRecordId(input.itemId))
      checkLength(after.agenda)
      return after
    },
  })
}
