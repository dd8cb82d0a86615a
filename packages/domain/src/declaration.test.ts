import { expect, it } from 'vitest'
import { whyNotDeclare } from './declaration.js'
import { aMeeting, aPerson } from './scene.fixture.js'

it.each([
  ['member ws-1', 'self', 'in-session', null],
  ['member ws-1', 'self', 'planned', null],
  ['member ws-1', 'other', 'in-session', 'not-permitted'],
  ['secretariat team', 'other', 'in-session', null],
  ['chair ws-1', 'other', 'circulated', null],
  ['guest ws-1', 'self', 'in-session', 'not-permitted'],
  ['guest ws-1', 'self, recorded', 'in-session', null],
  ['member ws-1', 'self', 'agreed', 'minutes-agreed'],
  ['member ws-1', 'self', 'cancelled', 'meeting-cancelled'],
] as const)('%s declares for %s while %s: %s', (office, whose, status, no) => {
  const viewer = aPerson(office)
  const recorded = { personId: viewer.personId, state: 'present', role: 'observer', standsInFor: null } as const
  const held = aMeeting({ status, attendance: whose === 'self, recorded' ? [recorded] : [] })
  expect(whyNotDeclare(viewer, held, whose === 'other' ? 'them' : viewer.personId)).toBe(no)
})
