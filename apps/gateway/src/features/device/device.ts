import { Refusal, type Viewer } from '@camau/domain'
import type { DeviceKey } from './device-keys.js'
import { lastTouched, recentlyFrom } from './recent-records.js'

/** A record that may be restricted, as the list of restrictions names it. */
export interface Named {
  type: 'Action' | 'Decision'
  id: string
}

export interface DeviceNeeds {
  keyOf: (personId: string) => Promise<DeviceKey>
  meetingsOf: (viewer: Viewer, bodyId: string) => Promise<{ id: string; startsAt: Date; status: string }[]>
  actionsOf: (viewer: Viewer, bodyId: string) => Promise<{ id: string; restrictedTo?: unknown }[]>
  /** All that is restricted at present, to whomever. */
  restricted: () => Promise<Named[]>
  /** Throws Refusal('not-found') for what the viewer may not see. */
  find: (viewer: Viewer, about: Named) => Promise<unknown>
  now: () => Date
}

const mostMeetings = 12
const mostActions = 60
const over: ReadonlySet<string> = new Set(['agreed', 'published', 'cancelled'])

export async function whatADeviceNeeds(needs: DeviceNeeds, viewer: Viewer) {
  const { keyId, key } = await needs.keyOf(viewer.personId)
  const bodies = [...new Set(viewer.offices.filter(({ office }) => office !== 'guest').map(({ bodyId }) => bodyId))]
  const [meetings, actions, restricted] = await Promise.all([
    recentMeetings(needs, viewer, bodies),
    recentActions(needs, viewer, bodies),
    restrictedAmong(needs, viewer),
  ])
  return { keyId, key, meetings, actions, restricted }
}

async function recentMeetings({ meetingsOf, now }: DeviceNeeds, viewer: Viewer, bodies: string[]): Promise<string[]> {
  const all = (await Promise.all(bodies.map((id) => meetingsOf(viewer, id)))).flat()
  const from = recentlyFrom(now())
  return all
    .filter(({ startsAt, status }) => startsAt >= from || !over.has(status))
    .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime())
    .slice(0, mostMeetings)
    .map(({ id }) => id)
}

async function recentActions({ actionsOf, now }: DeviceNeeds, viewer: Viewer, bodies: string[]): Promise<string[]> {
  const all = (await Promise.all(bodies.map((id) => actionsOf(viewer, id)))).flat()
  const at = now()
  const from = recentlyFrom(at).getTime()
  return all
    .filter(({ restrictedTo }) => !restrictedTo)
    .map((action) => ({ id: action.id, touched: lastTouched(action, at) }))
    .filter(({ touched }) => touched >= from)
    .sort((a, b) => b.touched - a.touched)
    .slice(0, mostActions)
    .map(({ id }) => id)
}

async function restrictedAmong({ restricted, find }: DeviceNeeds, viewer: Viewer): Promise<string[]> {
  const seen = (await restricted()).map(async (about) => ((await maySee(find, viewer, about)) ? keyOf(about) : []))
  return (await Promise.all(seen)).flat()
}

const keyOf = ({ type, id }: Named) => `${type}:${id}`

async function maySee(find: DeviceNeeds['find'], viewer: Viewer, about: Named): Promise<boolean> {
  try {
    await find(viewer, about)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
