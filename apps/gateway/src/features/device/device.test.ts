import { Refusal, type Viewer } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { type DeviceNeeds, whatADeviceNeeds } from './device.js'

const now = new Date('2026-11-22T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const chair = {
  personId: 'p',
  name: 'Chair',
  offices: [
    { appointmentId: 'a', office: 'chair', bodyId: 'ws', bodyKind: 'workstream', bodyParentId: null, until: null },
    { appointmentId: 'b', office: 'guest', bodyId: 'other', bodyKind: 'workstream', bodyParentId: null, until: null },
  ],
} satisfies Viewer

const needs: DeviceNeeds = {
  keyOf: async () => ({ keyId: 'k', key: 'secret' }),
  meetingsOf: async (_viewer, bodyId) => [
    { id: `${bodyId}-old`, startsAt: daysAgo(31), status: 'agreed' },
    { id: `${bodyId}-open`, startsAt: daysAgo(90), status: 'circulated' },
    { id: `${bodyId}-new`, startsAt: daysAgo(2), status: 'agreed' },
  ],
  actionsOf: async (_viewer, bodyId) => [
    { id: `${bodyId}-quiet`, progress: [{ at: daysAgo(31) }], due: { latest: '2027-01-01' } },
    { id: `${bodyId}-moved`, progress: [{ at: daysAgo(3) }] },
    { id: `${bodyId}-secret`, progress: [{ at: daysAgo(1) }], restrictedTo: [] },
    { id: `${bodyId}-newer`, progress: [], versions: { status: { at: daysAgo(1) } } },
  ],
  restricted: async () => [
    { type: 'Action', id: 'mine' },
    { type: 'Decision', id: 'hidden' },
  ],
  find: async (_viewer, { id }) => {
    if (id === 'hidden') throw new Refusal('not-found')
  },
  now: () => now,
}

describe('what a device needs', () => {
  it('is the last 30 days of the bodies one holds an office on, the newest first', async () => {
    const { meetings, actions } = await whatADeviceNeeds(needs, chair)
    expect(meetings).toEqual(['ws-new', 'ws-open'])
    expect(actions).toEqual(['ws-newer', 'ws-moved'])
  })

  it('names what is restricted only to whoever may see it', async () => {
    expect((await whatADeviceNeeds(needs, chair)).restricted).toEqual(['Action:mine'])
  })
})
