import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Register } from '../../ui/register'
import { WorkAreasDocument } from './registers.graphql'
import { SourceCite } from './source-cite'
import { SourceWord } from './source-word'
import { registerWords } from './words'

/** The twelve areas, with both numbers: overall, and of the strand where there is one. */
export function WorkAreasPage() {
  const words = useWords(registerWords)
  const dates = useDates()
  const { data, trouble, retry } = useRecords(WorkAreasDocument)
  return (
    <Register
      words={words.workAreas}
      rows={data?.workAreas ?? null}
      trouble={trouble}
      onRetry={retry}
      text={({ title, progressPoints }) => [title.en, title.cy, ...progressPoints.map(({ text }) => text)].join(' ')}
      columns={[
        {
          head: words.area,
          cell: ({ number, title, strand }) => (
            <>
              <span className="num faint">{number}</span> <Content text={title} />
              {strand && (
                <p className="meta" lang="en">
                  {strand}
                </p>
              )}
            </>
          ),
        },
        {
          head: words.workstream,
          narrow: true,
          cell: ({ workstream }) => workstream && words.workstreamNumber(workstream.number),
        },
        {
          head: words.status,
          narrow: true,
          cell: ({ status, statusAsOf }) => (
            <>
              <SourceWord word={status} />
              {statusAsOf && <p className="meta">{dates.shortDay(statusAsOf)}</p>}
            </>
          ),
        },
        {
          head: words.progress,
          cell: ({ progressPoints, source: document }) => (
            <ul>
              {progressPoints.map(({ text, source }) => (
                <li key={text}>
                  <EnglishContent text={text} /> <SourceCite source={source} within={document} />
                </li>
              ))}
            </ul>
          ),
        },
        { head: words.source, cell: ({ source }) => <SourceCite source={source} /> },
      ]}
    />
  )
}
