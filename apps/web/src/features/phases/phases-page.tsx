import { useState } from 'react'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { ContentOption } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import { Select } from '../../ui/field'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { Pill, Unset } from '../../ui/status'
import { BurnDown } from './burn-down'
import { PhaseActs } from './phase-acts'
import { PhaseAreas } from './phase-areas'
import { PhaseChecklist } from './phase-checklist'
import type { PhaseShown } from './phase-shown'
import { PhaseDetailDocument, PhasesDocument, type PhasesQuery } from './phases.graphql'
import './phases.css'
import { phaseWords } from './words'

/** One phase at a time: its work areas, how its open actions went down, and what keeps it from closing. */
export function PhasesPage() {
  const words = useWords(phaseWords)
  const { data, trouble, retry } = useRecords(PhasesDocument)
  const [chosen, setChosen] = useState<string | null>(null)
  const phases = data?.phases ?? []
  const shown = phases.find(({ id }) => id === chosen) ?? phases.find(({ status }) => status === 'OPEN') ?? phases[0]
  return (
    <Page title={words.title}>
      <PageHead title={words.title}>
        <p className="about">{words.about}</p>
      </PageHead>
      <div className="pad phases">
        {trouble && <ErrorState trouble={trouble} onRetry={retry} />}
        {!trouble && !data && <Skeleton rows={8} />}
        {data && shown && (
          <>
            <Select label={words.choose} value={shown.id} onChange={({ target }) => setChosen(target.value)}>
              {phases.map(({ id, number, title, period, status }) => (
                <ContentOption
                  key={id}
                  value={id}
                  text={`${title} (${period})`}
                  before={`${number} · ${words.status[status]} · `}
                />
              ))}
            </Select>
            <OnePhase key={shown.id} id={shown.id} bodies={data.bodies} />
          </>
        )}
      </div>
    </Page>
  )
}

function OnePhase({ id, bodies }: { id: string; bodies: PhasesQuery['bodies'] }) {
  const { data, trouble, retry } = useRecords(PhaseDetailDocument, { id })
  useRoom('programme', { onLists: retry })
  if (trouble) return <ErrorState trouble={trouble} onRetry={retry} />
  if (!data) return <Skeleton rows={6} />
  const { phase } = data
  return (
    <>
      <PhaseHead phase={phase} />
      <PhaseActs phase={phase} bodies={bodies} />
      <PhaseAreas phase={phase} />
      <BurnDown points={phase.burnDown} endsOn={phase.endsOn} />
      <PhaseChecklist phase={phase} />
    </>
  )
}

function PhaseHead({ phase }: { phase: PhaseShown }) {
  const words = useWords(phaseWords)
  const dates = useDates()
  const { number, title, period, status, note, startsOn, endsOn, closedAt, closedBy, closingNote, example } = phase
  return (
    <section>
      <h2>
        {words.phase(number)}: <span lang="en">{title}</span>
      </h2>
      <p className="row">
        <Pill tone={status === 'OPEN' ? 'moving' : 'done'}>{words.status[status]}</Pill>
        {example && <ExampleMark />}
        <span className="meta">
          {words.period}: {period}
        </span>
        <span className="meta">
          {words.plan}:{' '}
          {startsOn || endsOn ? (
            words.planned(startsOn ? dates.day(startsOn) : '…', endsOn ? dates.day(endsOn) : '…')
          ) : (
            <Unset>{words.noPlan}</Unset>
          )}
        </span>
      </p>
      {note && (
        <p className="quiet" lang="en">
          {note}
        </p>
      )}
      {closedAt && closedBy && <p>{words.closed(dates.day(closedAt), closedBy.name)}</p>}
      {closingNote && <p>{closingNote}</p>}
    </section>
  )
}
