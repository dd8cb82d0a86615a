import { limits } from '@camau/domain'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { useWorkstreamOptions } from '../../platform/workstream-options'
import { LinkButton } from '../../ui/button'
import { Page, PageHead, Views } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import './dependencies.css'
import './radar.css'
import { RadarDocument } from './radar.graphql'
import { RadarChains } from './radar-chains'
import { RadarLanes } from './radar-lanes'
import { type Radar, RadarLate } from './radar-late'
import { RadarSlips } from './radar-slips'
import { RadarSum } from './radar-sum'
import { RadarTalks } from './radar-talks'
import { RadarUndated } from './radar-undated'
import { radarWords } from './radar-words'
import { dependencyWords } from './words'

/** The Operational Group's radar: what is late and holds up, what slips because of it, and who should talk before it does. */
export function RadarPage() {
  const words = useWords(radarWords)
  const [search] = useSearchParams()
  const [all, setAll] = useState(false)
  const bodyId = search.get('body')
  const { data, trouble, retry } = useRecords(RadarDocument, { bodyId, first: all ? limits.radarRows : null })
  useRoom('programme', { onLists: retry })
  const radar = data?.dependencyRadar ?? null
  return (
    <Page title={words.title} within={[{ name: words.operationalGroup, href: '/bodies/body-operational-group' }]}>
      <PageHead title={words.title} acts={<Acts />}>
        {radar && <RadarSum radar={radar} />}
      </PageHead>
      <div className="pad dependencies radar">
        <Parts bodyId={bodyId} />
        {trouble && <ErrorState title={words.failed} trouble={trouble} onRetry={retry} />}
        {!trouble && !radar && <Skeleton rows={8} />}
        {radar && <Whole radar={radar} onAsked={retry} onShowAll={all ? undefined : () => setAll(true)} />}
      </div>
    </Page>
  )
}

function Acts() {
  const words = useWords(radarWords)
  const { map } = useWords(dependencyWords)
  return (
    <>
      <LinkButton href="/dependencies/map">{map}</LinkButton>
      <LinkButton href="/dependencies">{words.all}</LinkButton>
    </>
  )
}

/** The whole programme, or what touches one workstream. */
function Parts({ bodyId }: { bodyId: string | null }) {
  const words = useWords(radarWords)
  const workstreams = useWorkstreamOptions().map(({ number, place }) => {
    const key = place.space === 'body' ? place.body.id : ''
    return { key, name: words.workstream(number), href: `/radar?body=${key}` }
  })
  const whole = { key: '', name: words.wholeProgramme, href: '/radar' }
  return <Views label={words.parts} current={bodyId ?? ''} views={[whole, ...workstreams]} />
}

interface WholeProps {
  radar: Radar
  onAsked: () => void
  onShowAll: (() => void) | undefined
}

function Whole({ radar, onAsked, onShowAll }: WholeProps) {
  const words = useWords(radarWords)
  const dates = useDates()
  const { counts } = radar
  if (counts.heldUp + counts.crossing === 0) return <EmptyState title={words.nothing}>{words.nothingHelp}</EmptyState>
  const part = { radar, onShowAll }
  return (
    <>
      <p className="meta">
        {words.asOf(dates.day(radar.asOf))}
        {counts.restricted > 0 && ` · ${words.restrictedNote(counts.restricted)}`}
      </p>
      <RadarLate {...part} />
      <RadarSlips {...part} />
      <RadarTalks {...part} />
      <RadarUndated {...part} onAsked={onAsked} />
      <RadarChains radar={radar} />
      <RadarLanes {...part} />
    </>
  )
}
