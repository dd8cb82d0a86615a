import type { DependencyMapQuery } from './map.graphql'

export type MapGraph = DependencyMapQuery['dependencyGraph']
export type MapNode = MapGraph['nodes'][number]
export type MapEdge = MapGraph['edges'][number]

/** How many unfinished things each item waits for, or holds up, by its id. */
export function heldBy(edges: readonly MapEdge[], end: 'from' | 'to'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const edge of edges) if (edge.risk !== 'NONE') counts.set(edge[end], (counts.get(edge[end]) ?? 0) + 1)
  return counts
}

/** The numbers in the sentences above the map. */
export function sumOf({ nodes, edges }: Pick<MapGraph, 'nodes' | 'edges'>) {
  return {
    things: nodes.length,
    links: edges.length,
    late: nodes.filter(({ lateDays }) => lateDays !== null && lateDays > 0).length,
    waiting: heldBy(edges, 'to').size,
  }
}
