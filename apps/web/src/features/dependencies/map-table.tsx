import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import { EndLink } from './end-link'
import { heldBy, type MapEdge, type MapGraph, type MapNode } from './map-graph'
import { Standing, useLateness, useNameOf, useStanding, useWhose } from './map-state'
import { mapWords } from './map-words'
import { type Column, RadarTable } from './radar-table'
import { dependencyWords } from './words'

/** Everything the map shows, as two lists that any column puts in order: the items, and the links between them. */
export function MapTable({ graph }: { graph: MapGraph }) {
  const words = useWords(mapWords)
  return (
    <>
      <RadarTable
        title={words.items}
        help={words.depthHelp}
        empty={words.noRows}
        columns={useItemColumns(graph)}
        rows={byUrgency(graph)}
        idOf={({ id }) => id}
      />
      <RadarTable
        title={words.links}
        empty={words.noRows}
        columns={useLinkColumns(graph)}
        rows={graph.edges}
        idOf={({ id }) => id}
      />
    </>
  )
}

/** The longest late on top, then what waits for most. */
function byUrgency({ nodes, edges }: MapGraph): readonly MapNode[] {
  const waits = heldBy(edges, 'to')
  const waitsFor = ({ id }: MapNode) => waits.get(id) ?? 0
  return [...nodes].sort((a, b) => (b.lateDays ?? 0) - (a.lateDays ?? 0) || waitsFor(b) - waitsFor(a))
}

function useItemColumns({ edges }: MapGraph): readonly Column<MapNode>[] {
  const words = useWords(mapWords)
  const [standing, lateness, nameOf, whose] = [useStanding(), useLateness(), useNameOf(), useWhose()]
  const [waits, holds] = [heldBy(edges, 'to'), heldBy(edges, 'from')]
  const count = (key: string, head: string, of: (node: MapNode) => number | null): Column<MapNode> => ({
    ...{ key, head, narrow: true },
    sort: of,
    cell: (node) => of(node) ?? '—',
  })
  const waitsFor = ({ id }: MapNode) => waits.get(id) ?? 0
  return [
    {
      key: 'item',
      head: words.item,
      sort: (node) => (node.item.restricted ? null : nameOf(node)),
      cell: ({ item }) => <EndLink end={item} />,
    },
    {
      key: 'whose',
      head: words.whose,
      sort: (node) => whose(node)?.name ?? null,
      cell: (node) => <span lang={whose(node)?.lang}>{whose(node)?.name ?? '—'}</span>,
    },
    {
      key: 'state',
      head: words.state,
      sort: (node) => standing(node, waitsFor(node)).said,
      cell: (node) => <Standing node={node} waitsFor={waitsFor(node)} />,
    },
    {
      key: 'late',
      head: words.lateColumn,
      narrow: true,
      sort: ({ lateDays }) => lateDays,
      cell: (node) => lateness(node) ?? '—',
    },
    count('depth', words.depth, ({ depth }) => depth),
    count('waits', words.waitsColumn, waitsFor),
    count('holds', words.holdsColumn, ({ id }) => holds.get(id) ?? 0),
  ]
}

function useLinkColumns({ nodes }: MapGraph): readonly Column<MapEdge>[] {
  const words = useWords(mapWords)
  const { kinds } = useWords(dependencyWords)
  const nameOf = useNameOf()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const end = (key: 'from' | 'to', head: string): Column<MapEdge> => {
    const nodeOf = (edge: MapEdge) => byId.get(edge[key])
    return {
      ...{ key, head },
      sort: (edge) => {
        const node = nodeOf(edge)
        return node && !node.item.restricted ? nameOf(node) : null
      },
      cell: (edge) => {
        const node = nodeOf(edge)
        return node && <EndLink end={node.item} />
      },
    }
  }
  const first = ({ from }: MapEdge) => byId.get(from)
  return [
    end('from', words.first),
    end('to', words.second),
    {
      key: 'how',
      head: words.how,
      sort: ({ kind }) => kinds[kind],
      cell: ({ kind, text }) => (
        <>
          {kinds[kind]}
          {text && (
            <p className="meta">
              <EnglishContent text={text} />
            </p>
          )}
        </>
      ),
    },
    {
      key: 'state',
      head: words.state,
      sort: ({ risk }) => words.risks[risk],
      cell: ({ risk }) => words.risks[risk],
    },
    {
      key: 'depth',
      head: words.depth,
      narrow: true,
      sort: (edge) => first(edge)?.depth ?? null,
      cell: (edge) => first(edge)?.depth ?? '—',
    },
  ]
}
