import { fitting, overlaps, Refusal, soleOffices, type Viewer, whyNotAppoint } from '@camau/domain'
import type { ClientSession } from 'mongoose'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { AppointPersonInput } from './appointment.inputs.js'
import type { AppointmentRecord } from './appointment.model.js'
import type { AppointmentStore } from './appointment.store.js'
import { appointmentChange } from './appointment-change.js'
import { findAppointment } from './find-appointment.js'
import { refuseOneSector } from './refuse-one-sector.js'

export interface AppointPersonNeeds {
  appointments: AppointmentStore
  command: Command
  directory: Directory
}

/** Gives a person an office. Their rights follow at once, on sockets already open too. */
export function appointPerson(
  needs: AppointPersonNeeds,
  viewer: Viewer,
  input: AppointPersonInput,
): Promise<AppointmentRecord> {
  const { appointments, command, directory } = needs
  const work = async (tx: Transaction) => {
    const names = await directory.now()
    const body = names.bodies.get(input.bodyId)
    if (!body || !names.people.has(input.personId) || (input.organisationId && !names.bodies.has(input.organisationId)))
      throw new Refusal('not-found')
    const refusal = whyNotAppoint(viewer, body)
    if (refusal) throw new Refusal(refusal)
    if (await appointments.inSession(tx.session, input.id)) throw new Refusal('already-so')
    const record = appointmentOf(input, tx.at)
    await refuseIfTaken(appointments, tx.session, record)
    await refuseOneSector(appointments, tx.session, record, names)
    await appointments.add(tx.session, record)
    tx.changed(appointmentChange(viewer, null, record, names, tx.at))
    tx.afterCommit((bus) => bus.publish('rights', { personIds: [input.personId] }))
    return record
  }
  return command({ command: 'appointPerson', viewer, input }, work, findAppointment(appointments))
}

function appointmentOf(input: AppointPersonInput, at: Date): AppointmentRecord {
  const from = input.from ?? at
  const until = input.until ?? null
  if (until && until <= from) throw new Refusal('ends-before-start')
  return {
    _id: input.id,
    personId: input.personId,
    office: input.office,
    bodyId: input.bodyId,
    from,
    until,
    printed: null,
    seenOn: [],
    note: null,
    roleId: null,
    example: false,
    audience: 'member',
    organisationId: input.organisationId ?? null,
    sector: input.sector ?? null,
    sectorReason: fitting('reason', input.reason ?? null) || null,
    source: null,
    version: 1,
  }
}

/** A body has one chair and one vice-chair at a time. What the documents say without dates takes no office today. */
async function refuseIfTaken(
  appointments: AppointmentStore,
  session: ClientSession,
  record: AppointmentRecord,
): Promise<void> {
  const same = await appointments.holders(session, record.office, record.bodyId)
  const known = same.filter(({ personId, source, from, until }) => personId && (!source || from || until))
  const sole = soleOffices.includes(record.office)
  const taken = known.find((one) => overlaps(one, record) && (sole || one.personId === record.personId))
  if (taken) throw new Refusal(taken.personId === record.personId ? 'already-so' : 'office-taken')
}
