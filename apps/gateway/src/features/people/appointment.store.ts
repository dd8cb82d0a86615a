import { type BodyPlace, type HeldOffice, inForce, type OfficeKind, sitsOnOperationalGroup } from '@camau/domain'
import type { ClientSession, Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import { createWhole } from '../../platform/whole.js'
import { type AppointmentRecord, appointmentModel } from './appointment.model.js'
import { type RoleRecord, roleModel } from './role.model.js'

export interface AppointmentStore {
  all(): Promise<readonly AppointmentRecord[]>
  /** Titles the documents give to offices. */
  roles(): Promise<readonly RoleRecord[]>
  /** The offices a person holds at that moment, read from the database: rights rest on it. */
  heldBy(personId: string, at: Date): Promise<HeldOffice[]>
  inSession(session: ClientSession, id: string): Promise<AppointmentRecord | null>
  /** Appointments to that office which have not ended. */
  holders(session: ClientSession, office: OfficeKind, bodyId: string): Promise<AppointmentRecord[]>
  add(session: ClientSession, record: AppointmentRecord): Promise<void>
  /** Says where its holder comes from, unless somebody changed it since it was read. */
  stateSector(
    session: ClientSession,
    before: AppointmentRecord,
    stated: StatedSector,
  ): Promise<AppointmentRecord | null>
  /** Ends it, unless somebody changed it since it was read. */
  end(session: ClientSession, before: AppointmentRecord, at: Date): Promise<AppointmentRecord | null>
}

export type StatedSector = Pick<AppointmentRecord, 'organisationId' | 'sector' | 'sectorReason'>

export function createAppointmentStore(
  db: Connection,
  bus: Bus,
  now: () => Date,
  place: (bodyId: string) => Promise<BodyPlace | null>,
): AppointmentStore {
  const appointments = appointmentModel(db)
  const roles = roleModel(db)
  return {
    all: createWhole(
      async () => (await appointments.find().sort({ _id: 1 }).lean()).map(kept),
      ['Appointment'],
      bus,
      now,
    ),
    roles: createWhole(() => roles.find().sort({ _id: 1 }).lean().exec(), [], bus, now),
    async heldBy(personId, at) {
      const held = (await appointments.find({ personId }).lean()).filter((one) => inForce(one, at))
      return (await Promise.all(held.map(async (one) => heldOffice(one, await place(one.bodyId))))).filter(
        (one) => one !== null,
      )
    },
    async inSession(session, id) {
      const found = await appointments.findById(id).session(session).lean()
      return found && kept(found)
    },
    holders: async (session, office, bodyId) =>
      (await appointments.find({ office, bodyId }).session(session).lean()).map(kept),
    async add(session, record) {
      await appointments.create([record], { session })
    },
    stateSector: (session, { _id, version }, stated) =>
      appointments
        .findOneAndUpdate(
          { _id, version },
          { $set: stated, $inc: { version: 1 } },
          { session, returnDocument: 'after' },
        )
        .lean(),
    end: (session, before, at) =>
      appointments
        .findOneAndUpdate(
          { _id: before._id, version: before.version },
          { $set: { until: at }, $inc: { version: 1 } },
          { session, returnDocument: 'after' },
        )
        .lean(),
  }
}

/** Earlier versions kept nothing of where somebody comes from. */
const kept = (record: AppointmentRecord): AppointmentRecord => ({ ...fromNowhere, ...record })
export const fromNowhere = { organisationId: null, sector: null, sectorReason: null }

function heldOffice({ _id, office, bodyId, until }: AppointmentRecord, body: BodyPlace | null): HeldOffice | null {
  if (!body) return null
  const { kind: bodyKind, parentId: bodyParentId, status: bodyStatus } = body
  return { appointmentId: _id, office, bodyId, bodyKind, bodyParentId, until, ...(bodyStatus ? { bodyStatus } : {}) }
}

/** Who sits on the Operational Group: computed from offices in force, typed in nowhere. */
export function operationalMembers(
  appointments: readonly AppointmentRecord[],
  places: ReadonlyMap<string, BodyPlace['kind']>,
  at: Date,
): AppointmentRecord[] {
  return appointments.filter(({ personId, office, bodyId, from, until }) => {
    const bodyKind = places.get(bodyId)
    return personId && bodyKind && inForce({ from, until }, at) && sitsOnOperationalGroup({ office, bodyId, bodyKind })
  })
}
