import { fitting, Refusal, type Viewer, whyNotStateSector } from '@camau/domain'
import type { Command } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { StateSectorInput } from './appointment.inputs.js'
import type { AppointmentRecord } from './appointment.model.js'
import type { AppointmentStore } from './appointment.store.js'
import { appointmentChange } from './appointment-change.js'
import { findAppointment } from './find-appointment.js'
import { refuseOneSector } from './refuse-one-sector.js'

export interface StateSectorNeeds {
  appointments: AppointmentStore
  command: Command
  directory: Directory
}

/** Says which organisation or sector the holder of an office comes from. No right follows from it. */
export function stateSector(
  { appointments, command, directory }: StateSectorNeeds,
  viewer: Viewer,
  input: StateSectorInput,
): Promise<AppointmentRecord> {
  return command(
    { command: 'stateSector', viewer, input },
    async (tx) => {
      const refusal = whyNotStateSector(viewer)
      if (refusal) throw new Refusal(refusal)
      const names = await directory.now()
      const before = await appointments.inSession(tx.session, input.id)
      if (!before || (input.organisationId && !names.bodies.has(input.organisationId))) throw new Refusal('not-found')
      const stated = {
        organisationId: input.organisationId ?? null,
        sector: input.sector ?? null,
        sectorReason: fitting('reason', input.reason ?? null) || null,
      }
      await refuseOneSector(appointments, tx.session, { ...before, ...stated }, names)
      const after = await appointments.stateSector(tx.session, before, stated)
      if (!after) throw new Refusal('changed-since')
      tx.changed(appointmentChange(viewer, before, after, names, tx.at))
      return after
    },
    findAppointment(appointments),
  )
}
