import type { AppointmentRecord } from '../features/people/appointment.model.js'
import type { PersonRecord } from '../features/people/person.model.js'
import type { RoleRecord } from '../features/people/role.model.js'
import type { Seed } from './read-seed.js'

export function mapPeople({ people }: Seed): PersonRecord[] {
  return people.items.map(({ id, name, postNominalsAsPrinted, source }) => ({
    _id: id,
    name,
    postNominals: postNominalsAsPrinted,
    example: false,
    demoKey: null,
    language: null,
    source,
    version: 1,
  }))
}

export function mapRoles({ people }: Seed): RoleRecord[] {
  return people.roles.map(({ id, kind, ...role }) => ({ ...role, _id: id, office: kind }))
}

export function mapAppointments({ people }: Seed): AppointmentRecord[] {
  const roles = new Map(people.roles.map((role) => [role.id, role]))
  return people.appointments.map(({ id, personId, roleId, from, to, seenOn, note, source }) => {
    const role = roles.get(roleId)
    if (!role) throw new Error(`${id} names the unknown role ${roleId}`)
    return {
      _id: id,
      personId,
      office: role.kind,
      bodyId: role.bodyId,
      from: from === null ? null : startOf(from),
      until: to === null ? null : endOf(to),
      printed: { from, until: to },
      seenOn,
      note,
      roleId,
      example: false,
      audience: 'public',
      organisationId: null,
      sector: null,
      sectorReason: null,
      source,
      version: 1,
    }
  })
}

/** "2021" began on 1 January 2021; the office counts as held from the first moment the words allow. */
function startOf(printed: string): Date {
  return new Date(`${printed}${'-01-01'.slice(printed.length - 4)}T00:00:00Z`)
}

/** "2021" ended with the year: the office counts as held to the last moment the words allow. */
function endOf(printed: string): Date {
  const end = startOf(printed)
  if (printed.length === 4) end.setUTCFullYear(end.getUTCFullYear() + 1)
  else if (printed.length === 7) end.setUTCMonth(end.getUTCMonth() + 1)
  else end.setUTCDate(end.getUTCDate() + 1)
  return end
}
