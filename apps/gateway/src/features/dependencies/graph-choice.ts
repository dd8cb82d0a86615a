import type { RadarPoint } from '@camau/domain'
import type { DependencyType } from './dependency.type.js'
import type { DependencyGraphFilter } from './graph.type.js'
import type { RadarEnd } from './radar-things.js'

/** What stands in a graph, and how many things belong to it and do not. */
export interface Choice {
  chosen: readonly RadarEnd[]
  links: readonly DependencyType[]
  leftOut: number
}

type Ends = ReadonlyMap<string, RadarEnd>

const usualDistance = 2
const farthest = 10

/** The links asked for and what they join; of more than so many things, the most urgent. */
export function choose(
  all: readonly DependencyType[],
  ends: Ends,
  filter: DependencyGraphFilter,
  points: ReadonlyMap<string, RadarPoint>,
  most: number,
): Choice {
  const asked = all.filter((link) => isAsked(link, ends, filter))
  const near = filter.around ? linksAround(asked, filter.around, distanceOf(filter)) : asked
  const joined = [...idsOf(near)].flatMap((id) => ends.get(id) ?? [])
  const chosen = joined.sort(byUrgency(points)).slice(0, most)
  const ids = new Set(chosen.map(({ thing }) => thing.id))
  return {
    // In an order that has nothing to do with the day, so that the same things are drawn in the same places tomorrow.
    chosen: chosen.sort(byBody),
    links: near
      .filter(({ dependent, dependsOn }) => ids.has(dependent.id) && ids.has(dependsOn.id))
      .sort((a, b) => compare(a.id, b.id)),
    leftOut: joined.length - chosen.length,
  }
}

function isAsked(
  { dependent, dependsOn }: DependencyType,
  ends: Ends,
  { bodyId, unfinished }: DependencyGraphFilter,
): boolean {
  const things = [ends.get(dependent.id)?.thing, ends.get(dependsOn.id)?.thing]
  if (unfinished && things.some((thing) => thing?.done)) return false
  return !bodyId || things.some((thing) => thing?.bodyId === bodyId)
}

const distanceOf = ({ distance }: DependencyGraphFilter) => Math.min(Math.max(distance ?? usualDistance, 1), farthest)

/** Links between things that are at most so many links from a record, whichever way they lead. */
function linksAround(links: readonly DependencyType[], around: string, distance: number): DependencyType[] {
  const near = new Set([around])
  for (let step = 0; step < distance; step += 1) {
    const reached = links.filter(({ dependent, dependsOn }) => near.has(dependent.id) || near.has(dependsOn.id))
    const before = near.size
    for (const id of idsOf(reached)) near.add(id)
    if (near.size === before) break
  }
  return links.filter(({ dependent, dependsOn }) => near.has(dependent.id) && near.has(dependsOn.id))
}

const idsOf = (links: readonly DependencyType[]) =>
  new Set(links.flatMap(({ dependent, dependsOn }) => [dependent.id, dependsOn.id]))

/** The longest late first, then what others push furthest, then what waits longest in a row, then the rest that is not done. */
function byUrgency(points: ReadonlyMap<string, RadarPoint>) {
  const pressing = ({ thing: { id, done } }: RadarEnd): readonly number[] => {
    const point = points.get(id)
    return [point?.lateDays ?? 0, point?.slipDays ?? 0, point?.depth ?? 0, done ? 0 : 1]
  }
  return (a: RadarEnd, b: RadarEnd): number => {
    const [one, other] = [pressing(a), pressing(b)]
    const first = one.findIndex((figure, i) => figure !== other[i])
    return first < 0 ? compare(a.thing.id, b.thing.id) : (other[first] ?? 0) - (one[first] ?? 0)
  }
}

const byBody = ({ thing: a }: RadarEnd, { thing: b }: RadarEnd) =>
  compare(a.bodyId ?? '', b.bodyId ?? '') || compare(a.id, b.id)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
