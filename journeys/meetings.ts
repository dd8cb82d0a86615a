import { v7 } from 'uuid'
import { expect } from 'vitest'
import type { Person } from './person.js'

/** A meeting of two hours that the secretariat has just started. */
export async function aRunningMeeting(secretary: Person, bodyId: string): Promise<string> {
  const id = v7()
  const [startsAt, endsAt] = [new Date().toISOString(), new Date(Date.now() + 7_200_000).toISOString()]
  expect((await secretary.command('createMeeting', { id, bodyId, startsAt, endsAt })).code).toBeNull()
  expect((await secretary.command('startMeeting', { id })).code).toBeNull()
  return id
}
