import { blockingKinds } from './dependency.js'
import type { Radar, RadarLink } from './radar.js'
import type { RadarThings } from './radar-reading.js'

/** How a link stands, the worst first. Where no day is known nothing is called healthy; nor is a link to something late that only informs. */
export const linkRisks = ['blocked-and-late', 'will-be-late', 'informed-late', 'no-day', 'healthy'] as const
export type LinkRisk = (typeof linkRisks)[number]

/** What a link does to what waits, by what is known; a link with a finished end does nothing any more. */
export function linkRisk(
  { dependentId, dependsOnId, kind }: RadarLink,
  { points }: Radar,
  things: RadarThings,
): LinkRisk {
  const [waits, other] = [points.get(dependentId), points.get(dependsOnId)]
  if (!waits || !other) return 'healthy'
  if (!blockingKinds.includes(kind)) return other.lateDays > 0 ? 'informed-late' : 'healthy'
  if (other.lateDays > 0) return 'blocked-and-late'
  const due = things.get(dependentId)?.due ?? null
  if (due !== null && other.notBefore !== null && other.notBefore > due) return 'will-be-late'
  return (things.get(dependsOnId)?.due ?? null) === null ? 'no-day' : 'healthy'
}

/** One body's line of work: what of it waits or is waited for and is not finished. */
export interface Lane {
  bodyId: string
  open: number
  late: number
  heldUp: number
}

/** A link from one lane to another. */
export interface CrossingLink {
  linkId: string
  risk: LinkRisk
}

/** The lanes of the radar and what crosses them (requirements, rows 5 and 43), the worst first. */
export function lanes(radar: Radar, things: RadarThings): Lane[] {
  const held = new Set(radar.holding.map(({ dependentId }) => dependentId))
  const found = new Map<string, Lane>()
  for (const { id, lateDays } of radar.points.values()) {
    const bodyId = things.get(id)?.line ?? null
    if (bodyId === null) continue
    const lane = found.get(bodyId) ?? { bodyId, open: 0, late: 0, heldUp: 0 }
    lane.open += 1
    if (lateDays > 0) lane.late += 1
    if (held.has(id)) lane.heldUp += 1
    found.set(bodyId, lane)
  }
  return [...found.values()]
}

export function crossingLinks(links: readonly RadarLink[], radar: Radar, things: RadarThings): CrossingLink[] {
  return links
    .filter(({ dependentId, dependsOnId }) => {
      const [one, other] = [things.get(dependentId)?.line, things.get(dependsOnId)?.line]
      return one && other && one !== other
    })
    .map((link) => ({ linkId: link.id, risk: linkRisk(link, radar, things) }))
    .sort((a, b) => linkRisks.indexOf(a.risk) - linkRisks.indexOf(b.risk) || (a.linkId < b.linkId ? -1 : 1))
}
