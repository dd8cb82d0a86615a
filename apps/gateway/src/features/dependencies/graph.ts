import { dayInLondon, limits, type Radar, radar } from '@camau/domain'
import { breathe } from '../../platform/breathe.js'
import type { Context } from '../../platform/context.js'
import type { Directory, Names } from '../../platform/directory.js'
import { ownerType } from '../../platform/graphql/owner.js'
import type { DependencyStore } from './dependency.store.js'
import type { DependencyEndType, DependencyType } from './dependency.type.js'
import {
  DependencyGraphEdgeType,
  type DependencyGraphFilter,
  DependencyGraphNodeType,
  DependencyGraphType,
  type DependencyRisk,
} from './graph.type.js'
import { choose } from './graph-choice.js'
import type { Layout, Layouts } from './graph-layout.js'
import { listDependencies } from './list-dependencies.js'
import { radarLink } from './radar-reading.js'
import { type HiddenFacts, type RadarEnd, radarEnds } from './radar-things.js'

export interface DependencyGraphNeeds {
  dependencies: DependencyStore
  directory: Directory
  layouts: Layouts
  now: () => Date
  hiddenFacts: HiddenFacts
}

/** How large every item is drawn. */
const card = { width: 256, height: 112 }

/** What waits on what, as the viewer may see it, as a graph. It is laid out when the first place in it is asked for. */
export async function dependencyGraph(
  { layouts, directory, dependencies, hiddenFacts, now }: DependencyGraphNeeds,
  filter: DependencyGraphFilter,
  context: Pick<Context, 'viewer' | 'load'>,
): Promise<DependencyGraphType> {
  layouts.begin()
  const names = await directory.now()
  const all = await listDependencies(await dependencies.all(), {}, context, names)
  const known = await radarEnds(all, context.load, names, hiddenFacts)
  await breathe()
  const found = radar(
    [...known.values()].map(({ thing }) => thing),
    all.map(radarLink),
    dayInLondon(now()),
  )
  await breathe()
  const { chosen, links, leftOut } = choose(all, known, filter, found.points, limits.graphNodes)
  const risk = risks(found, known)
  const layout = laidOutOnce(layouts, chosen, links)
  return Object.assign(new DependencyGraphType(), {
    nodes: chosen.map((end, i) => node(end, names, found, () => layout().then(placeOf(i)))),
    edges: links.map((link, i) => edge(link, risk(link), () => layout().then(({ routes }) => routes[i] ?? []))),
    leftOut,
    layout,
  })
}

const placeOf = (i: number) => (layout: Layout) => layout.places[i] ?? { x: 0, y: 0 }

/** By shape alone: neither names nor ids leave this answer. */
function laidOutOnce(layouts: Layouts, ends: readonly RadarEnd[], links: readonly DependencyType[]) {
  let laid: Promise<Layout> | null = null
  const structure = () => {
    const at = new Map(ends.map(({ thing }, i) => [thing.id, i]))
    const place = ({ id }: DependencyEndType) => at.get(id) ?? 0
    const edges = links.map(({ dependsOn, dependent }) => [place(dependsOn), place(dependent)] as const)
    return { nodes: ends.length, edges, ...card }
  }
  return () => {
    laid ??= layouts.layOut(structure())
    return laid
  }
}

function node(
  { thing, end }: RadarEnd,
  names: Names,
  { points }: Radar,
  place: DependencyGraphNodeType['place'],
): DependencyGraphNodeType {
  const { id, bodyId, owner, hidden } = thing
  const point = points.get(id)
  return Object.assign(new DependencyGraphNodeType(), {
    ...card,
    ...{ id, item: end, place, bodyId },
    owner: owner && ownerType(owner, names),
    lateDays: hidden ? null : (point?.lateDays ?? 0),
    depth: point?.depth ?? null,
  })
}

function edge(
  link: DependencyType,
  risk: DependencyRisk,
  points: DependencyGraphEdgeType['points'],
): DependencyGraphEdgeType {
  const { id, kind, text, dependsOn, dependent } = link
  return Object.assign(new DependencyGraphEdgeType(), {
    ...{ id, kind, text, risk, points },
    from: dependsOn.id,
    to: dependent.id,
  })
}

/** What each link does to its dependent, as far as the viewer may know the days. */
function risks({ points, holding }: Radar, known: ReadonlyMap<string, RadarEnd>) {
  const held = new Set(holding.map(({ id }) => id))
  return ({ id, dependsOn, dependent }: DependencyType): DependencyRisk => {
    if (!held.has(id)) return 'none'
    const first = points.get(dependsOn.id)
    if (first && first.lateDays > 0) return 'late'
    const due = known.get(dependent.id)?.thing.due
    return due && first?.notBefore && first.notBefore > due ? 'slips' : 'holds'
  }
}
