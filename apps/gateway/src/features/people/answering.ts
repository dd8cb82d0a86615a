import { type BodyPlace, type HeldOffice, inForce, type Owner, owns } from '@camau/domain'
import type { AppointmentRecord } from './appointment.model.js'
import { operationalMembers } from './appointment.store.js'

/** Everybody who answers for an owner at a moment: whoever the rule calls its owner, and the whole Operational Group for the group. */
export function answering(
  owner: Owner,
  appointments: readonly AppointmentRecord[],
  bodies: ReadonlyMap<string, BodyPlace>,
  at: Date,
): string[] {
  if (owner.kind === 'person') return [owner.personId]
  const body = bodies.get(owner.bodyId)
  if (!body) return []
  const holders = appointments.filter((one) => answers(one, owner, body, at))
  const derived =
    body.kind === 'operational-group' && owner.kind === 'body'
      ? operationalMembers(appointments, new Map([...bodies.values()].map(({ id, kind }) => [id, kind])), at)
      : []
  return [...new Set([...holders, ...derived].flatMap(({ personId }) => personId ?? []))]
}

/** How many answer for an owner at a moment; a person counts while they hold any office. */
export function answeringNow(
  appointments: readonly AppointmentRecord[],
  bodies: ReadonlyMap<string, BodyPlace>,
  at: Date,
): (owner: Owner) => number {
  return (owner) =>
    owner.kind === 'person'
      ? appointments.filter((one) => one.personId === owner.personId && inForce(one, at)).length
      : answering(owner, appointments, bodies, at).length
}

function answers(one: AppointmentRecord, owner: Owner, body: BodyPlace, at: Date): boolean {
  const { personId, office, bodyId, until } = one
  if (!personId || bodyId !== body.id || !inForce(one, at)) return false
  const held: HeldOffice = {
    appointmentId: one._id,
    office,
    bodyId,
    bodyKind: body.kind,
    bodyParentId: body.parentId,
    until,
  }
  return owns({ personId, name: '', offices: [held] }, owner)
}
