import { attendanceRoles, attendanceStates, audiences, type Held, type Meeting, meetingStatuses } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { maybeTime, needed, part, text, neededTime as time } from '../../platform/record-parts.js'
import { agendaItemPart, wholeItem } from './agenda-item.js'

/** A meeting as the collection `meetings` keeps it. */
export interface MeetingRecord extends Omit<Meeting, 'id'> {
  _id: string
  /** Rises with each change of the record. */
  version: number
}

/** The same as the rules have it. */
export type StoredMeeting = Omit<MeetingRecord, '_id'> & { id: string }
/** Beside its body, which the rules need. */
export type HeldStoredMeeting = Held<StoredMeeting>

const fieldVersion = part({ version: { type: Number, required: true }, at: time, personId: needed })

const attendance = part({
  personId: needed,
  state: { type: String, enum: attendanceStates, required: true },
  role: { type: String, enum: attendanceRoles, default: 'member' },
  standsInFor: text,
})

const schema = new Schema<MeetingRecord>(
  {
    _id: needed,
    bodyId: { ...needed, index: true },
    title: text,
    startsAt: time,
    endsAt: time,
    place: text,
    status: { type: String, enum: meetingStatuses, required: true },
    audience: { type: String, enum: audiences, required: true },
    example: { type: Boolean, required: true },
    agenda: [agendaItemPart],
    attendance: [attendance],
    seriesId: text,
    currentItemId: text,
    currentSince: maybeTime,
    earlierTimes: [part({ startsAt: time, endsAt: time, reason: needed, at: time, personId: needed })],
    cancelled: { type: part({ reason: needed, at: time, personId: needed }), default: null },
    startedAt: maybeTime,
    endedAt: maybeTime,
    circulatedBy: text,
    circulatedAt: maybeTime,
    agreedBy: text,
    agreedAt: maybeTime,
    versions: { type: part({ status: fieldVersion, agenda: fieldVersion }), default: () => ({}) },
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
)

export const meetingModel = (connection: Connection): Model<MeetingRecord> =>
  connection.model<MeetingRecord>('Meeting', schema, 'meetings')

/** Meetings of earlier versions hold less. */
export function wholeMeeting({ _id, ...record }: MeetingRecord): StoredMeeting {
  const added = { seriesId: null, currentItemId: null, currentSince: null, earlierTimes: [], cancelled: null }
  return {
    ...added,
    ...record,
    id: _id,
    agenda: record.agenda.map(wholeItem),
    attendance: record.attendance.map((line) => ({ ...plainLine, ...line })),
  }
}

const plainLine = { role: 'member', standsInFor: null } as const
