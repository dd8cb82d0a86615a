import { fitting, officeFor, planMeeting, Refusal, type Viewer } from '@camau/domain'
import { newRecordId } from '../../platform/record-id.js'
import type { MeetingNeeds } from './change-meeting.js'
import { givenAgenda } from './given-agenda.js'
import { realTime } from './given-times.js'
import type { CreateMeetingInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'

/** The secretariat, or the chair, plans a meeting. */
export function createMeeting(
  { meetings, command, directory }: MeetingNeeds,
  viewer: Viewer,
  input: CreateMeetingInput,
): Promise<StoredMeeting> {
  return command(
    { command: 'createMeeting', viewer, input },
    async (tx) => {
      const body = (await directory.now()).bodies.get(input.bodyId)
      if (!body) throw new Refusal('not-found')
      const meeting = planMeeting(viewer, body, {
        id: newRecordId(input.id),
        title: fitting('title', input.title) || null,
        startsAt: realTime(input.startsAt),
        endsAt: realTime(input.endsAt),
        place: fitting('place', input.place) || null,
        agenda: givenAgenda(input.agenda ?? []),
      })
      const office = officeFor(viewer, 'prepare', { space: 'body', body })
      return (await meetings.add(tx, { ...meeting, version: 1 }, office)).record
    },
    async (id) => (await meetings.get(viewer, id)).record,
  )
}
