import {
  dayInLondon,
  type MeetingAhead,
  type Radar,
  type RadarLink,
  type RadarThings,
  radar,
  type Viewer,
} from '@camau/domain'
import type { Context } from '../../platform/context.js'
import type { Directory, Names } from '../../platform/directory.js'
import type { StoredDateRequest } from './date-request.kind.js'
import type { DependencyStore } from './dependency.store.js'
import type { DependencyType } from './dependency.type.js'
import { listDependencies } from './list-dependencies.js'
import { type HiddenFacts, type RadarEnd, radarEnds } from './radar-things.js'

export interface RadarNeeds {
  dependencies: DependencyStore
  directory: Directory
  now: () => Date
  hiddenFacts: HiddenFacts
  /** Planned meetings that are still to come and that the viewer may see. */
  meetingsAhead: (viewer: Viewer) => Promise<readonly MeetingAhead[]>
  /** When the owner of an action was last asked for a date. */
  dateRequests: () => Promise<readonly StoredDateRequest[]>
  /** Whoever reads the radar may look at the map next. */
  mapExpected: () => void
}

/** What a viewer's radar is read from. It is worked out from what they may see: what is not comes in without day and owner. */
export interface Reading {
  viewer: Viewer
  today: string
  names: Names
  ends: ReadonlyMap<string, RadarEnd>
  things: RadarThings
  found: Radar
  links: readonly RadarLink[]
  linkById: ReadonlyMap<string, DependencyType>
  meetings: readonly MeetingAhead[]
  /** By action: the day its owner was last asked for a date. */
  askedOn: ReadonlyMap<string, string>
}

export async function readRadar(
  needs: RadarNeeds,
  { viewer, load }: Pick<Context, 'viewer' | 'load'>,
): Promise<Reading> {
  needs.mapExpected()
  const names = await needs.directory.now()
  const today = dayInLondon(needs.now())
  const seen = await listDependencies(await needs.dependencies.all(), {}, { viewer, load }, names)
  const ends = await radarEnds(seen, load, names, needs.hiddenFacts)
  const things = new Map([...ends].map(([id, { thing }]) => [id, thing]))
  const links = seen.map(radarLink)
  const asked = await needs.dateRequests()
  return {
    ...{ viewer, today, names, ends, things, links },
    found: radar([...things.values()], links, today),
    linkById: new Map(seen.map((link) => [link.id, link])),
    meetings: await needs.meetingsAhead(viewer),
    askedOn: new Map(asked.map(({ actionId, askedAt }) => [actionId, dayInLondon(askedAt)])),
  }
}

export const radarLink = ({ id, kind, dependent, dependsOn }: DependencyType): RadarLink => ({
  id,
  kind,
  dependentId: dependent.id,
  dependsOnId: dependsOn.id,
})
