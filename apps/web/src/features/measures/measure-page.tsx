import { Link, useParams } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useLanguage } from '../../platform/language'
import { useRoom } from '../../platform/live'
import { useTitleOf } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Page, PageHead } from '../../ui/page'
import { Place } from '../../ui/place'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { Flag, Unset } from '../../ui/status'
import { chartsOf } from './chart-of'
import { FigureChart } from './figure-chart'
import { FigureTable } from './figure-table'
import { MeasureActs } from './measure-acts'
import './measures.css'
import { SafetyNote } from '../../ui/safety-note'
import { MeasureDocument, type MeasureQuery } from './measures.graphql'
import { measureWords } from './words'

/** One measure: what is counted, who answers for it, its figures as chart, words and table, and what it waits for. */
export function MeasurePage() {
  const { id = '' } = useParams<{ id: string }>()
  const words = useWords(measureWords)
  const welsh = useLanguage() === 'cy'
  const { data, trouble, retry } = useRecords(MeasureDocument, { id, welsh })
  useRoom('programme', { onLists: retry })
  const measure = data?.measure
  const title = useTitleOf(measure?.title, words.name)
  return (
    <Page {...title} within={[{ name: words.list.title, href: '/measures' }]}>
      {!measure && (
        <div className="pad">
          {trouble ? <ErrorState title={words.failed} trouble={trouble} onRetry={retry} /> : <Skeleton rows={8} />}
        </div>
      )}
      {measure && (
        <>
          <PageHead
            title={<Content text={measure.title} />}
            over={measure.reduction ? words.expectation : words.indicator}
            acts={measure.kept && <MeasureActs measure={measure} />}
          >
            <SafetyNote note={measure.safetyNote} />
          </PageHead>
          <div className="pad measure-page">
            <Standing measure={measure} />
            <section aria-labelledby="figures">
              <h2 id="figures">{words.figures}</h2>
              {chartsOf(measure.figures).map((chart) => (
                <div key={chart.id}>
                  <FigureChart chart={chart} />
                  <SafetyNote note={measure.safetyNote} />
                </div>
              ))}
              <FigureTable measure={measure} />
              <p className="no-print">
                <a
                  className="b"
                  download={`${measure.id}.csv`}
                  href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${measure.csv}`)}`}
                >
                  {words.csv}
                </a>
              </p>
            </section>
            <Definitions measure={measure} />
            <Facts measure={measure} />
          </div>
        </>
      )}
    </Page>
  )
}

type Measure = MeasureQuery['measure']

/** What must be seen first: that it is retired, old, thin, or waits for something. */
function Standing({ measure: { retired, stale, dataUntil, reporting, waitsFor } }: { measure: Measure }) {
  const words = useWords(measureWords)
  const dates = useDates()
  return (
    <section>
      {retired && <p>{words.retiredOn(dates.day(retired.at), retired.reason)}</p>}
      <p>
        {words.until}: {dataUntil ? dates.day(dataUntil) : words.unknownAge}{' '}
        {stale && (
          <Flag tone="attention" icon="clock">
            {words.stale}
          </Flag>
        )}
      </p>
      {reporting && (
        <p>
          <Flag tone="attention" icon="attention">
            {words.reporting(reporting.reporting, reporting.of)}
          </Flag>{' '}
          <span className="meta">
            <EnglishContent text={reporting.sourceLine} />
          </span>
        </p>
      )}
      {waitsFor.length > 0 && (
        <>
          <h2>{words.waitsFor}</h2>
          <ul>
            {waitsFor.map(({ text, action }) => (
              <li key={text}>
                {action && (
                  <Link href={`/actions/${action.id}`}>
                    <span className="num">{action.number}</span> · <EnglishContent text={action.title} />
                  </Link>
                )}{' '}
                <span className="meta">
                  <EnglishContent text={text} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Definitions({ measure: { definitions } }: { measure: Measure }) {
  const words = useWords(measureWords)
  const dates = useDates()
  return (
    <section aria-labelledby="definitions">
      <h2 id="definitions">{words.definitions}</h2>
      <ol reversed>
        {[...definitions].reverse().map(({ number, state, text, at, source }) => (
          <li key={number} value={number}>
            <EnglishContent text={text} />
            <p className="meta">
              {words.states[state]}
              {at && <> · {dates.day(at)}</>}
              {source && (
                <>
                  {' '}
                  · <Content text={source.title} /> · <Place locator={source.locator} />
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Facts({ measure }: { measure: Measure }) {
  const words = useWords(measureWords)
  const dates = useDates()
  const none = <Unset>{words.notStated}</Unset>
  const { owner, duties, reduction, riskAssessment, dataSource, collectionMonth, workAreas, population } = measure
  const month = collectionMonth && dates.month(`2000-${String(collectionMonth).padStart(2, '0')}`).replace(/ 2000$/, '')
  return (
    <section aria-label={words.duties}>
      <dl className="measure-facts">
        <dt>{words.owner}</dt>
        <dd>{owner ? <Content text={owner.label} /> : none}</dd>
        {reduction &&
          duties.flatMap(({ duty, owner: holder }) => [
            <dt key={duty}>{words.duty[duty]}</dt>,
            <dd key={`${duty} holder`}>
              {holder ? <Content text={holder.label} /> : <Unset>{words.notAssigned}</Unset>}
            </dd>,
          ])}
        {reduction && <dt>{words.risk}</dt>}
        {reduction && <dd>{riskAssessment ? <EnglishContent text={riskAssessment} /> : none}</dd>}
        <dt>{words.population}</dt>
        <dd>{population ? <EnglishContent text={population} /> : none}</dd>
        <dt>{words.dataSource}</dt>
        <dd>{dataSource ? <EnglishContent text={dataSource} /> : none}</dd>
        <dt>{words.collected}</dt>
        <dd>{month || none}</dd>
        <dt>{words.workAreas}</dt>
        <dd>{workAreas.length > 0 ? workAreas.map(({ id, title }) => <Content key={id} text={title} />) : none}</dd>
      </dl>
    </section>
  )
}
