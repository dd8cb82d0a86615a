import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import type { MapNode } from './map-graph'
import { Standing, useWhose } from './map-state'
import { pageOfRecord } from './record-pages'

export interface CardNode extends Record<string, unknown> {
  node: MapNode
  waitsFor: number
  /** The one that Tab comes to. */
  current: boolean
  onFocus: (node: MapNode) => void
}

/** An item of the map: number and name, whose it is, and how it stands, in words. It opens its record. */
export function MapCard({ data: { node, waitsFor, current, onFocus } }: NodeProps<Node<CardNode>>) {
  const whose = useWhose()(node)
  const { item, id } = node
  const page = item.restricted ? null : pageOfRecord(item.type, item.id)
  const common = {
    className: 'map-card nodrag nopan',
    'data-item': id,
    tabIndex: current ? 0 : -1,
    onFocus: () => onFocus(node),
  }
  const inside = (
    <>
      <b className="map-name">
        {item.restricted ? null : (
          <>
            {item.number !== null && <span className="num faint">{item.number} </span>}
            <EnglishContent text={item.label} />
          </>
        )}
      </b>
      <span className="map-whose" lang={whose?.lang}>
        {whose?.name}
      </span>
      <Standing node={node} waitsFor={waitsFor} />
    </>
  )
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      {page ? (
        <Link href={page} {...common}>
          {inside}
        </Link>
      ) : (
        // The arrow keys come by here, too; there is no page to open.
        <div role="note" {...common}>
          {inside}
        </div>
      )}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  )
}
