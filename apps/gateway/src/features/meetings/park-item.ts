import { officeFor, type ParkedItem, parkFromAgenda, type Viewer, whyNotEditMeeting } from '@camau/domain'
import { newRecordId } from '../../platform/record-id.js'
import { changeMeeting, type MeetingNeeds } from './change-meeting.js'
import type { ParkItemInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'
import type { OpenBusiness } from './open-business.js'
import type { ParkedItemStore } from './parked-item.store.js'

export interface ParkItemNeeds extends MeetingNeeds {
  openBusiness: OpenBusiness
  parkedItems: ParkedItemStore
}

/** Off this agenda, onto the parking list of the body. */
export function parkItem(needs: ParkItemNeeds, viewer: Viewer, input: ParkItemInput): Promise<StoredMeeting> {
  let entry: ParkedItem | null = null
  return changeMeeting(needs, viewer, 'parkItem', input, {
    whyNot: whyNotEditMeeting,
    async change(held, tx) {
      const { parked: known } = await needs.openBusiness(tx, held.body.id)
      const now = { id: newRecordId(input.parkedId), at: tx.at }
      const { meeting, parked } = parkFromAgenda(viewer, held, input.itemId, known, now)
      entry = parked
      return meeting
    },
    async also(tx, { body }) {
      if (!entry) return
      const office = officeFor(viewer, 'prepare', { space: 'body', body })
      await needs.parkedItems.put(tx, entry, office)
    },
  })
}
