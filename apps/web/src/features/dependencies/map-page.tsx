import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useDoings } from '../../platform/doings'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button, LinkButton } from '../../ui/button'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import './dependencies.css'
import './radar.css'
import './map.css'
import { DependencyMapDocument } from './map.graphql'
import { MapBar } from './map-bar'
import { filterOf, type MapFilter, mapAddress } from './map-filter'
import { type MapGraph, sumOf } from './map-graph'
import { useNameOf } from './map-state'
import { MapTable } from './map-table'
import { mapWords } from './map-words'

// The drawing comes with a library of its own: who reads the table never loads it.
const MapCanvas = lazy(async () => ({ default: (await import('./map-canvas')).MapCanvas }))

/** What waits on what as a map or as a table of the same; which part of it and how stands in the address. */
export function MapPage() {
  const words = useWords(mapWords)
  const [search] = useSearchParams()
  const [narrow] = useState(() => matchMedia('(max-width: 44rem)').matches)
  const filter = filterOf(search)
  const view = filter.view ?? (narrow ? 'table' : 'map')
  const { bodyId, unfinished, around, distance } = filter
  const asked = { bodyId, unfinished, around, distance: around ? distance : null }
  const { data, trouble, retry } = useRecords(DependencyMapDocument, { filter: asked, drawn: view === 'map' })
  useRoom('programme', { onLists: retry })
  useSecondTry(view === 'map' && trouble !== null, retry)
  const graph = data?.dependencyGraph ?? null
  return (
    <Page title={words.title} within={[{ name: words.within, href: '/dependencies' }]}>
      <PageHead title={words.title} acts={<Turn filter={filter} view={view} />}>
        {graph && <Sum graph={graph} around={around} />}
      </PageHead>
      <div className="pad dependencies map">
        <MapBar filter={filter} />
        {trouble && (
          <ErrorState title={view === 'map' ? words.notDrawn : words.failed} trouble={trouble} onRetry={retry} />
        )}
        {!trouble && !graph && <Skeleton rows={8} />}
        {!trouble && graph && <Shown graph={graph} view={view} part={mapAddress({ ...filter, view: null })} />}
      </div>
    </Page>
  )
}

/** A large map may be drawn too late for the first who asks: the server keeps it for the next, so the page asks once more by itself. */
function useSecondTry(failed: boolean, retry: () => void): void {
  const tried = useRef(false)
  useEffect(() => {
    if (!failed || tried.current) return
    tried.current = true
    retry()
  }, [failed, retry])
}

function Sum({ graph, around }: { graph: MapGraph; around: string | null }) {
  const words = useWords(mapWords)
  const nameOf = useNameOf()
  const middle = graph.nodes.find(({ id }) => id === around)
  const { things, links, late, waiting } = sumOf(graph)
  return (
    <>
      <p className="about">
        {words.sum(things, links)} {words.late(late)} {words.waiting(waiting)}
      </p>
      {middle && <p className="about">{words.aroundItem(nameOf(middle))}</p>}
      {graph.leftOut > 0 && <p className="about">{words.leftOut(graph.leftOut)}</p>}
    </>
  )
}

/** The other way of looking at the same, on a button and on a key of its own. */
function Turn({ filter, view }: { filter: MapFilter; view: 'map' | 'table' }) {
  const words = useWords(mapWords)
  const [, navigate] = useLocation()
  const href = mapAddress({ ...filter, view: view === 'map' ? 'table' : 'map' })
  useDoings(
    useMemo(() => {
      const name = view === 'map' ? 'showTable' : 'showMap'
      const run = () => navigate(href, { replace: true })
      return [{ id: 'turn-map', name: { en: mapWords.en[name], cy: mapWords.cy[name] }, key: 'm', run }]
    }, [view, href, navigate]),
  )
  return (
    <Button aria-keyshortcuts="m" onClick={() => navigate(href, { replace: true })}>
      {view === 'map' ? words.showTable : words.showMap}
    </Button>
  )
}

function Shown({ graph, view, part }: { graph: MapGraph; view: 'map' | 'table'; part: string }) {
  const words = useWords(mapWords)
  if (graph.nodes.length === 0)
    return (
      <EmptyState title={words.empty} act={<LinkButton href="/dependencies/map">{words.everything}</LinkButton>}>
        {words.emptyHelp}
      </EmptyState>
    )
  if (view === 'table') return <MapTable graph={graph} />
  return (
    <>
      <Suspense fallback={<Skeleton rows={8} />}>
        {/* Another part is another picture, seen whole; a change in the same part leaves the reader where they are. */}
        <MapCanvas key={part} graph={graph} />
      </Suspense>
      <div className="print-only">
        <MapTable graph={graph} />
      </div>
    </>
  )
}
