import { officeFor, planOccurrence, Refusal, type Viewer } from '@camau/domain'
import { newRecordId } from '../../platform/record-id.js'
import type { MeetingNeeds } from './change-meeting.js'
import { realTime } from './given-times.js'
import type { StoredMeeting } from './meeting.model.js'
import { type MeetingSeriesStore, seriesIdOf } from './meeting-series.store.js'
import type { CreateNextMeetingInput } from './meeting-series.type.js'

export interface CreateNextMeetingNeeds extends MeetingNeeds {
  series: MeetingSeriesStore
}

/** The next occurrence of the body's series: its template is copied in the transaction that makes the meeting. */
export function createNextMeeting(
  { meetings, series, command, directory }: CreateNextMeetingNeeds,
  viewer: Viewer,
  input: CreateNextMeetingInput,
): Promise<StoredMeeting> {
  return command(
    { command: 'createNextMeeting', viewer, input },
    async (tx) => {
      const body = (await directory.now()).bodies.get(input.bodyId)
      if (!body) throw new Refusal('not-found')
      const own = await series.get(viewer, seriesIdOf(body.id), tx)
      const given = { id: newRecordId(input.id), startsAt: realTime(input.startsAt) }
      const meeting = planOccurrence(viewer, body, own, given, tx.newId)
      const office = officeFor(viewer, 'prepare', { space: 'body', body })
      return (await meetings.add(tx, { ...meeting, version: 1 }, office)).record
    },
    async (id) => (await meetings.get(viewer, id)).record,
  )
}
