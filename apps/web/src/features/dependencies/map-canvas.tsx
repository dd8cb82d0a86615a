import { type Edge, MarkerType, type Node, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { type KeyboardEvent, type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import '@xyflow/react/dist/base.css'
import { type PageKeys, usePageKeys } from '../../platform/page-keys'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { type CardNode, MapCard } from './map-card'
import { heldBy, type MapEdge, type MapGraph, type MapNode } from './map-graph'
import { type LineEdge, MapLine } from './map-line'
import { useNameOf } from './map-state'
import { stepFrom } from './map-steps'
import { mapWords } from './map-words'

type KeyName = keyof typeof mapWords.en.keys
const keyOf = (key: string, name: KeyName) => ({
  key,
  does: { en: mapWords.en.keys[name], cy: mapWords.cy.keys[name] },
})
const mapKeys: PageKeys = {
  of: { en: mapWords.en.short, cy: mapWords.cy.short },
  keys: [keyOf('← →', 'walk'), keyOf('↑ ↓', 'beside'), keyOf('Home, End', 'ends'), keyOf('Enter', 'open')],
}

const nodeTypes = { card: MapCard }
const edgeTypes = { line: MapLine }
/** The smallest at which a whole map of 500 things still fits; cards are read from about a half. */
const zooms = { minZoom: 0.05, maxZoom: 1.5 }

/** The map itself: one stop of Tab, arrow keys along its lines. */
export function MapCanvas({ graph }: { graph: MapGraph }) {
  return (
    <ReactFlowProvider>
      <Canvas graph={graph} />
    </ReactFlowProvider>
  )
}

function Canvas({ graph }: { graph: MapGraph }) {
  const words = useWords(mapWords)
  usePageKeys(mapKeys)
  const frame = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const show = useShow(frame)
  const current = graph.nodes.some(({ id }) => id === chosen) ? chosen : stepFrom('Home', '', graph.nodes, graph.edges)
  const onFocus = useCallback(
    (node: MapNode) => {
      setChosen(node.id)
      show(node)
    },
    [show],
  )
  const nodes = useCards(graph.nodes, graph.edges, current, onFocus)
  const edges = useLines(graph)

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || current === null) return
    const next = stepFrom(event.key, current, graph.nodes, graph.edges)
    if (next === null) return
    event.preventDefault()
    frame.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next)}"]`)?.focus({ preventScroll: true })
  }

  return (
    <div className="map-frame no-print" ref={frame}>
      <Controls />
      <ReactFlow
        {...{ nodes, edges, nodeTypes, edgeTypes, ...zooms }}
        aria-label={words.map}
        onKeyDown={onKeyDown}
        fitView
        fitViewOptions={{ minZoom: 0.35, maxZoom: 1 }}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        ariaLabelConfig={{ 'node.a11yDescription.default': '', 'edge.a11yDescription.default': '' }}
        proOptions={{ hideAttribution: true }}
      />
      <Legend />
    </div>
  )
}

/** Brings what the keys have come to into the middle, never so small that it cannot be read. A press of the mouse moves nothing. */
function useShow(frame: RefObject<HTMLDivElement | null>): (node: MapNode) => void {
  const { setCenter, getZoom } = useReactFlow()
  return useCallback(
    ({ at, width, height }) => {
      if (!at || !frame.current?.querySelector('.map-card:focus-visible')) return
      const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200
      const zoom = Math.max(getZoom(), 0.8)
      void setCenter(at.x + width / 2, at.y + height / 2, { zoom, duration })
      frame.current.scrollIntoView({ block: 'nearest' })
    },
    [frame, setCenter, getZoom],
  )
}

function Controls() {
  const words = useWords(mapWords)
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  return (
    <div className="row">
      <Button small onClick={() => void zoomIn()}>
        {words.zoomIn}
      </Button>
      <Button small onClick={() => void zoomOut()}>
        {words.zoomOut}
      </Button>
      <Button small onClick={() => void fitView()}>
        {words.fit}
      </Button>
    </div>
  )
}

/** Lines differ by how they are drawn, not by their colour alone. */
function Legend() {
  const words = useWords(mapWords)
  return (
    <p className="meta map-legend">
      {words.legend}:
      {(['LATE', 'SLIPS', 'HOLDS', 'NONE'] as const).map((risk) => (
        <span key={risk}>
          <svg width="36" height="10" aria-hidden="true">
            <path className={`map-line ${risk.toLowerCase()}`} d="M1 5H35" />
          </svg>
          {words.risks[risk]}
        </span>
      ))}
    </p>
  )
}

function useCards(
  items: readonly MapNode[],
  links: readonly MapEdge[],
  current: string | null,
  onFocus: (node: MapNode) => void,
): Node<CardNode>[] {
  return useMemo(() => {
    const waits = heldBy(links, 'to')
    return items.map((node) => ({
      id: node.id,
      type: 'card',
      position: node.at ?? { x: 0, y: 0 },
      width: node.width,
      height: node.height,
      data: { node, waitsFor: waits.get(node.id) ?? 0, current: node.id === current, onFocus },
    }))
  }, [items, links, current, onFocus])
}

function useLines({ nodes, edges }: MapGraph): Edge<LineEdge>[] {
  const words = useWords(mapWords)
  const nameOf = useNameOf()
  const names = new Map(nodes.map((node) => [node.id, nameOf(node)]))
  return edges.map(({ id, from, to, risk, route }) => ({
    ...{ id, type: 'line', source: from, target: to },
    data: { risk, route: route ?? [] },
    ariaLabel: words.line(names.get(from) ?? '', names.get(to) ?? ''),
    markerEnd: {
      type: MarkerType.ArrowClosed,
      width: 18,
      height: 18,
      color: risk === 'LATE' ? 'var(--late)' : 'var(--ink-2)',
    },
  }))
}
