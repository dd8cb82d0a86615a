import { useState } from 'react'
import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { useWorkstreamOptions } from '../../platform/workstream-options'
import { Button } from '../../ui/button'
import { Register } from '../../ui/register'
import { Flag, Pill, Unset } from '../../ui/status'
import { AddMeasureDialog } from './add-measure-dialog'
import { keptPlaces } from './kept-places'
import { latestFigure } from './latest-figure'
import './measures.css'
import { useViewer } from '../../platform/viewer'
import { SafetyNote } from '../../ui/safety-note'
import { type MeasureRowFragment, MeasuresDocument } from './measures.graphql'
import { PlanYears } from './plan-years'
import { signed } from './signed'
import { measureWords } from './words'

/** The four expectations and the catalogue of indicators: in the order of the catalogue, never in the order of any value. */
export function MeasuresPage() {
  const words = useWords(measureWords)
  const viewer = useViewer()
  const places = keptPlaces(viewer, useWorkstreamOptions())
  const [adding, setAdding] = useState(false)
  const { data, trouble, retry } = useRecords(MeasuresDocument)
  useRoom('programme', { onLists: retry })
  return (
    <>
      <Register
        words={words.list}
        rows={data?.measures ?? null}
        trouble={trouble}
        onRetry={retry}
        acts={
          places.length > 0 && (
            <Button icon="plus" aria-haspopup="dialog" onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          )
        }
        after={data && <PlanYears years={data.planYears} measures={data.measures} onChanged={retry} />}
        text={({ title, population, definitions }) =>
          [title.en, title.cy, population, definitions.at(-1)?.text].join(' ')
        }
        columns={[
          { head: words.name, cell: (measure) => <NameOf measure={measure} /> },
          { head: words.definition, cell: (measure) => <DefinitionOf measure={measure} /> },
          { head: words.latest, cell: (measure) => <LatestOf measure={measure} /> },
          { head: words.duties, cell: (measure) => <DutiesOf measure={measure} /> },
        ]}
      />
      {adding && <AddMeasureDialog places={places} onClose={() => setAdding(false)} />}
    </>
  )
}

function NameOf({ measure: { id, title, reduction, retired } }: { measure: MeasureRowFragment }) {
  const words = useWords(measureWords)
  return (
    <>
      <Link href={`/measures/${id}`} className="plain">
        <Content text={title} />
      </Link>
      <p className="meta">
        {reduction ? words.expectation : words.indicator}
        {retired && <> · {words.retire}</>}
      </p>
    </>
  )
}

function DefinitionOf({ measure: { definitions } }: { measure: MeasureRowFragment }) {
  const words = useWords(measureWords)
  const latest = definitions.at(-1)
  if (!latest) return <Unset>{words.notStated}</Unset>
  return (
    <>
      <EnglishContent text={latest.text} />
      <p>
        <Pill {...(latest.state === 'UNSETTLED' ? { tone: 'attention' as const } : {})}>
          {words.versionOf(latest.number)}, {words.states[latest.state]}
        </Pill>
      </p>
    </>
  )
}

function LatestOf({ measure }: { measure: MeasureRowFragment }) {
  const words = useWords(measureWords)
  const latest = latestFigure(measure)
  return (
    <>
      {latest ? (
        <span className="num">
          {latest.value === null ? words.hidden : signed(latest.value)}{' '}
          <EnglishContent text={[latest.unit, latest.period].filter(Boolean).join(', ')} />
        </span>
      ) : (
        <Unset>{words.noFigure}</Unset>
      )}
      {measure.stale && (
        <p>
          <Flag tone="attention" icon="clock">
            {words.stale}
          </Flag>
        </p>
      )}
      <SafetyNote note={measure.safetyNote} />
    </>
  )
}

function DutiesOf({ measure: { reduction, duties } }: { measure: MeasureRowFragment }) {
  const words = useWords(measureWords)
  if (!reduction) return null
  return (
    <ul>
      {duties.map(({ duty, owner }) => (
        <li key={duty}>
          {words.duty[duty]}: {owner ? <Content text={owner.label} /> : <Unset>{words.notAssigned}</Unset>}
        </li>
      ))}
    </ul>
  )
}
