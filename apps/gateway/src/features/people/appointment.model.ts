import {
  type Appointment,
  type Audience,
  audiences,
  officeKinds,
  type Sector,
  type Source,
  sectors,
} from '@camau/domain'
import { type Connection, type Model, Schema } from 'mongoose'
import { recordOptions } from '../../platform/mongo.js'
import { maybeSource, maybeTime, needed, neededNumber, text } from '../../platform/record-parts.js'

/** An appointment as the collection `appointments` keeps it. */
export interface AppointmentRecord extends Omit<Appointment, 'id'> {
  _id: string
  /** The documents' own dates, as exact as they print them; null for appointments made here. */
  printed: { from: string | null; until: string | null } | null
  /** Days on which a dated document shows the person in office. */
  seenOn: string[]
  note: string | null
  roleId: string | null
  example: boolean
  audience: Audience
  /** The organisation somebody comes from, and its sector where that is said for this person; null where it is not stated. */
  organisationId: string | null
  sector: Sector | null
  /** Why chair and vice-chair may come from one sector. */
  sectorReason: string | null
  source: Source | null
  version: number
}

const schema = new Schema<AppointmentRecord>(
  {
    _id: needed,
    personId: { ...text, index: true },
    office: { type: String, enum: officeKinds, required: true },
    bodyId: { ...needed, index: true },
    from: maybeTime,
    until: maybeTime,
    printed: { type: new Schema({ from: text, until: text }, { _id: false, strict: 'throw' }), default: null },
    seenOn: [String],
    note: text,
    roleId: text,
    example: { type: Boolean, default: false },
    audience: { type: String, enum: audiences, required: true },
    organisationId: text,
    sector: { type: String, enum: [...sectors, null], default: null },
    sectorReason: text,
    source: maybeSource,
    version: neededNumber,
  },
  recordOptions,
)

export const appointmentModel = (db: Connection): Model<AppointmentRecord> =>
  db.model<AppointmentRecord>('Appointment', schema, 'appointments')
