import type { MapEdge, MapNode } from './map-graph'

/** Where a key leads from an item: along a line, beside it, or to an end of the map. null where there is nothing. */
export function stepFrom(key: string, id: string, nodes: readonly MapNode[], edges: readonly MapEdge[]): string | null {
  const inOrder = [...nodes].sort(byPlace)
  if (key === 'Home') return inOrder[0]?.id ?? null
  if (key === 'End') return inOrder.at(-1)?.id ?? null
  const here = nodes.find((node) => node.id === id)
  if (!here) return inOrder[0]?.id ?? null
  if (key === 'ArrowRight') return nearest(here, joined(nodes, edges, id, 'from', 'to'))
  if (key === 'ArrowLeft') return nearest(here, joined(nodes, edges, id, 'to', 'from'))
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null
  const [from, by] = [inOrder.indexOf(here), key === 'ArrowDown' ? 1 : -1]
  return inOrder[from + by]?.id ?? null
}

function joined(
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
  id: string,
  here: 'from' | 'to',
  there: 'from' | 'to',
): MapNode[] {
  const ids = new Set(edges.filter((edge) => edge[here] === id).map((edge) => edge[there]))
  return nodes.filter((node) => ids.has(node.id))
}

/** Of those at the other end of the lines, the one that is drawn closest: the eye finds it there. */
function nearest(here: MapNode, others: readonly MapNode[]): string | null {
  const away = ({ at }: MapNode) => Math.abs(placeOf(here).y - (at?.y ?? 0)) + Math.abs(placeOf(here).x - (at?.x ?? 0))
  return [...others].sort((a, b) => away(a) - away(b))[0]?.id ?? null
}

const placeOf = ({ at }: MapNode) => at ?? { x: 0, y: 0 }

/** From left to right, and from top to bottom in each place of the row. */
const byPlace = (a: MapNode, b: MapNode) => placeOf(a).x - placeOf(b).x || placeOf(a).y - placeOf(b).y
