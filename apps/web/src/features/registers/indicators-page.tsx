import { EnglishContent } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Register } from '../../ui/register'
import { SafetyNote } from '../../ui/safety-note'
import { Unset } from '../../ui/status'
import { PrintedDate } from './printed-date'
import { IndicatorsDocument } from './registers.graphql'
import { SourceCite } from './source-cite'
import { SourceWord } from './source-word'
import { registerWords } from './words'

/** Every figure in the documents, in the order of the dataset: never sorted into a league table. */
export function IndicatorsPage() {
  const words = useWords(registerWords)
  const { data, trouble, retry } = useRecords(IndicatorsDocument)
  return (
    <Register
      words={words.indicators}
      rows={data?.indicators ?? null}
      trouble={trouble}
      onRetry={retry}
      text={({ label, asPrinted, population, note }) => [label, asPrinted, population, note].join(' ')}
      columns={[
        {
          head: words.measure,
          cell: ({ label, note }) => (
            <>
              <EnglishContent text={label} />
              {note && (
                <p className="meta">
                  <EnglishContent text={note} />
                </p>
              )}
            </>
          ),
        },
        {
          head: words.figure,
          cell: ({ asPrinted, approximate, safetyNote }) => (
            <>
              <b className="num" lang="en">
                {asPrinted}
              </b>
              {approximate && <p className="meta">{words.approximately}</p>}
              <SafetyNote note={safetyNote} />
            </>
          ),
        },
        { head: words.kind, cell: ({ kind }) => <SourceWord word={kind} /> },
        {
          head: words.date,
          cell: ({ date }) => <PrintedDate date={date} />,
        },
        {
          head: words.population,
          cell: ({ population }) =>
            population ? <EnglishContent text={population} /> : <Unset>{words.notStated}</Unset>,
        },
        { head: words.source, cell: ({ source }) => <SourceCite source={source} /> },
      ]}
    />
  )
}
