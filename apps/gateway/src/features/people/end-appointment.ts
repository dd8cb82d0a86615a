import { Refusal, type Viewer, whyNotEndAppointment } from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { EndAppointmentInput } from './appointment.inputs.js'
import type { AppointmentRecord } from './appointment.model.js'
import type { AppointmentStore } from './appointment.store.js'
import { appointmentChange } from './appointment-change.js'
import { findAppointment } from './find-appointment.js'

export interface EndAppointmentNeeds {
  appointments: AppointmentStore
  command: Command
  directory: Directory
}

/** Ends an appointment now. The rights it gave end with it, within a second, on every node and open socket. */
export function endAppointment(
  { appointments, command, directory }: EndAppointmentNeeds,
  viewer: Viewer,
  input: EndAppointmentInput,
): Promise<AppointmentRecord> {
  const work = async (tx: Transaction) => {
    const before = await appointments.inSession(tx.session, input.id)
    if (!before) throw new Refusal('not-found')
    const refusal = whyNotEndAppointment(viewer, before, tx.at)
    if (refusal) throw new Refusal(refusal)
    const after = await appointments.end(tx.session, before, tx.at)
    if (!after) throw new Refusal('changed-since')
    tx.changed(appointmentChange(viewer, before, after, await directory.now(), tx.at))
    const { personId } = after
    if (personId) tx.afterCommit((bus) => bus.publish('rights', { personIds: [personId] }))
    return after
  }
  return command({ command: 'endAppointment', viewer, input }, work, findAppointment(appointments))
}
