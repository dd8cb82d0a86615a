import { v7 } from 'uuid'
import { expect } from 'vitest'
import type { Person } from './person.js'

/** Gives somebody an office; the answer ends it again. */
export async function appoint(secretary: Person, { personId }: Person, office: string, bodyId: string) {
  const id = v7()
  expect((await secretary.command('appointPerson', { id, personId, office, bodyId })).code).toBeNull()
  return async () => {
    expect((await secretary.command('endAppointment', { id })).code).toBeNull()
  }
}

/** The secretariat ends an office somebody holds; the answer gives it back. */
export async function endOffice(secretary: Person, person: Person, office: string, bodyId: string) {
  const { data } = await person.ask<{
    viewer: { offices: { appointmentId: string; office: string; bodyId: string }[] }
  }>('{ viewer { offices { appointmentId office bodyId } } }')
  const held = data?.viewer.offices.find((one) => one.office === office && one.bodyId === bodyId)
  expect((await secretary.command('endAppointment', { id: held?.appointmentId })).code).toBeNull()
  return async () => {
    await appoint(secretary, person, office, bodyId)
  }
}
