import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react'
import type { MapEdge } from './map-graph'

export interface LineEdge extends Record<string, unknown> {
  risk: MapEdge['risk']
  route: readonly { x: number; y: number }[]
}

/** A line as the server laid it out. */
export function MapLine({ data, markerEnd }: EdgeProps<Edge<LineEdge>>) {
  if (!data || !markerEnd) return null
  const path = data.route.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return <BaseEdge path={path} markerEnd={markerEnd} className={`map-line ${data.risk.toLowerCase()}`} />
}
