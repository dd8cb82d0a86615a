import { officeFor, type Viewer } from '@camau/domain'
import type { RecordChange } from '../../platform/command.js'
import type { Names } from '../../platform/directory.js'
import type { AppointmentRecord } from './appointment.model.js'
import { patchAppointment } from './appointment.type.js'
import { membershipPlace } from './membership-place.js'

/** How a change of an appointment is told: to the body, to the programme, and to the person themselves. */
export function appointmentChange(
  viewer: Viewer,
  before: AppointmentRecord | null,
  after: AppointmentRecord,
  names: Names,
  at: Date,
): RecordChange {
  return {
    type: 'Appointment',
    id: after._id,
    version: after.version,
    rooms: [`body:${after.bodyId}`, 'programme', ...(after.personId ? ([`person:${after.personId}`] as const) : [])],
    audience: after.audience,
    place: membershipPlace,
    owner: after.personId ? { kind: 'person', personId: after.personId } : null,
    fields: patchAppointment(after, names, at),
    before,
    after,
    office: officeFor(viewer, 'write', { space: 'membership' }),
  }
}
