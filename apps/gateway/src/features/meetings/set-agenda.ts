import { type Viewer, whyNotEditMeeting, withAgenda } from '@camau/domain'
import { changeMeeting, type MeetingNeeds } from './change-meeting.js'
import { givenAgenda } from './given-agenda.js'
import type { SetAgendaInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'

/** The whole agenda at once: order and lengths belong together. */
export function setAgenda(needs: MeetingNeeds, viewer: Viewer, input: SetAgendaInput): Promise<StoredMeeting> {
  return changeMeeting(needs, viewer, 'setAgenda', input, {
    whyNot: whyNotEditMeeting,
    change: ({ record }) => withAgenda(record, givenAgenda(input.agenda, record.agenda)),
  })
}
