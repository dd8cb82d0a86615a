import { Refusal } from '@camau/domain'
import type { AppointmentRecord } from './appointment.model.js'
import type { AppointmentStore } from './appointment.store.js'

export function findAppointment(appointments: AppointmentStore): (id: string) => Promise<AppointmentRecord> {
  return async (id) => {
    const found = (await appointments.all()).find(({ _id }) => _id === id)
    if (!found) throw new Refusal('not-found')
    return found
  }
}
