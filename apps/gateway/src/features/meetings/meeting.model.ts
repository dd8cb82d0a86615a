import { attendanceStates, audiences, type Held, type Meeting, meetingStatuses } from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { maybeTime, needed, part, text, neededTime as time } from '../../platform/record-parts.js'

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
    agenda: [part({ id: needed, title: needed, minutes: { type: Number, required: true } })],
    attendance: [part({ personId: needed, state: { type: String, enum: attendanceStates, required: true } })],
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
