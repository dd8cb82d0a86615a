import { useState } from 'react'
import { EnglishContent } from '../../platform/content'
import { dayOf, useDates } from '../../platform/dates'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Page, PageHead } from '../../ui/page'
import { Place } from '../../ui/place'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { ReportLine, ReportLines } from './report-lines'
import {
  ClosingListsDocument,
  ProgressLetterDocument,
  type ProgressLetterQuery,
  YearInFiguresDocument,
} from './reports.graphql'
import { reportWords } from './words'

/** What letters and reports are written from: out of the records, each line a link to where it stands. */
export function ReportsPage() {
  const words = useWords(reportWords)
  return (
    <Page title={words.title}>
      <PageHead title={words.title} acts={<Button onClick={() => window.print()}>{words.print}</Button>}>
        <p className="about">{words.about}</p>
      </PageHead>
      <div className="pad stack">
        <Letter />
        <Year />
        <Closing />
      </div>
    </Page>
  )
}

function Letter() {
  const words = useWords(reportWords)
  const dates = useDates()
  const [asAt, setAsAt] = useState(() => dayOf(new Date()))
  const { data, trouble, retry } = useRecords(ProgressLetterDocument, { asAt })
  const letter = data?.progressLetter
  return (
    <section>
      <h2>{words.letter(dates.day(asAt))}</h2>
      <div className="row no-print">
        <Field
          label={words.asAt}
          type="date"
          value={asAt}
          onChange={({ target }) => target.value && setAsAt(target.value)}
        />
      </div>
      {trouble && <ErrorState trouble={trouble} onRetry={retry} />}
      {!trouble && !letter && <Skeleton rows={4} />}
      {letter?.paragraphs.map((paragraph) => (
        <Paragraph key={paragraph.number} paragraph={paragraph} />
      ))}
      {letter && letter.withoutProgress.length > 0 && (
        <ReportLines head={words.withoutProgress} lines={letter.withoutProgress} none={words.none} />
      )}
    </section>
  )
}

type Told = ProgressLetterQuery['progressLetter']['paragraphs'][number]

function Paragraph({ paragraph: { workArea, points } }: { paragraph: Told }) {
  const dates = useDates()
  return (
    <section>
      <h3>
        <ReportLine line={workArea} />
      </h3>
      <ul className="list">
        {points.map(({ id, text, day, source }) => (
          <li key={id}>
            <EnglishContent text={text} />{' '}
            <cite className="meta">
              {dates.shortDay(day)} {source && <Place locator={source.locator} />}
            </cite>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Year() {
  const words = useWords(reportWords)
  const [year, setYear] = useState(() => Number(dayOf(new Date()).slice(0, 4)))
  const { data, trouble, retry } = useRecords(YearInFiguresDocument, { year })
  const found = data?.yearInFigures
  const set = (given: string) => /^(19|20)\d\d$/.test(given) && setYear(Number(given))
  return (
    <section>
      <h2>{words.year(year)}</h2>
      <div className="row no-print">
        <Field
          label={words.yearOf}
          inputMode="numeric"
          defaultValue={year}
          onChange={({ target }) => set(target.value.trim())}
        />
      </div>
      {trouble && <ErrorState trouble={trouble} onRetry={retry} />}
      {!trouble && !found && <Skeleton rows={4} />}
      {found && (
        <>
          <ReportLines head={words.actionsClosed} lines={found.actionsClosed} none={words.none} />
          <ReportLines head={words.figures} lines={found.figures} none={words.none} />
          <ReportLines head={words.funding} lines={found.funding} none={words.none} />
          <ReportLines head={words.documents} lines={found.documents} none={words.none} />
          <ReportLines head={words.participation} lines={found.participation} none={words.notRecorded} />
        </>
      )}
    </section>
  )
}

function Closing() {
  const words = useWords(reportWords)
  const { data, trouble, retry } = useRecords(ClosingListsDocument)
  return (
    <section>
      <h2>{words.closing}</h2>
      {trouble && <ErrorState trouble={trouble} onRetry={retry} />}
      {!trouble && !data && <Skeleton rows={4} />}
      {data && (
        <>
          <ReportLines head={words.unfinished} lines={data.closingLists.unfinished} none={words.none} />
          <ReportLines head={words.achievements} lines={data.closingLists.achievements} none={words.none} />
        </>
      )}
    </section>
  )
}
