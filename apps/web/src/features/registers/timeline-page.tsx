import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Register } from '../../ui/register'
import { TimelineDocument } from './registers.graphql'
import { SourceCite } from './source-cite'
import { SourceWord } from './source-word'
import { registerWords } from './words'

/** What happened when, to the precision the documents give. */
export function TimelinePage() {
  const words = useWords(registerWords)
  const dates = useDates()
  const { data, trouble, retry } = useRecords(TimelineDocument)
  return (
    <Register
      words={words.timeline}
      rows={data?.timeline ?? null}
      trouble={trouble}
      onRetry={retry}
      text={({ text, date, kind }) => [text, date, kind].join(' ')}
      columns={[
        {
          head: words.date,
          narrow: true,
          cell: ({ date, endDate }) =>
            endDate ? `${dates.shortDay(date)} – ${dates.shortDay(endDate)}` : dates.shortDay(date),
        },
        { head: words.event, cell: ({ text }) => <EnglishContent text={text} /> },
        { head: words.kind, cell: ({ kind }) => <SourceWord word={kind} /> },
        { head: words.source, cell: ({ source }) => <SourceCite source={source} /> },
      ]}
    />
  )
}
