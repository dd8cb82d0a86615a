import type { HeldOffice } from '@camau/domain'
import type { RecordChange } from '../../platform/command.js'
import type { Names } from '../../platform/directory.js'
import type { HeldStoredMeeting } from './meeting.model.js'
import { meetingPatch } from './meeting.shape.js'

/** What a change of a meeting says to rooms and to the audit trail. */
export function meetingChange(
  before: HeldStoredMeeting | null,
  { record, body }: HeldStoredMeeting,
  names: Names,
  office: HeldOffice | null,
): RecordChange {
  return {
    type: 'Meeting',
    id: record.id,
    version: record.version,
    rooms: [`body:${record.bodyId}`, 'programme'],
    audience: record.audience,
    place: { space: 'body', body },
    fields: meetingPatch(record, names),
    before: before?.record ?? null,
    after: record,
    office,
  }
}
