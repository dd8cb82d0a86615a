import { Content } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Register } from '../../ui/register'
import { BodyNames } from './body-names'
import { PrintedDate } from './printed-date'
import { PublicationsDocument } from './registers.graphql'
import { SourceCite } from './source-cite'
import { SourceWord } from './source-word'
import { registerWords } from './words'

/** Reports, guides, frameworks, laws and plans the documents name. */
export function PublicationsPage() {
  const words = useWords(registerWords)
  const { data, trouble, retry } = useRecords(PublicationsDocument)
  return (
    <Register
      words={words.publications}
      rows={data?.publications ?? null}
      trouble={trouble}
      onRetry={retry}
      text={({ title, kind, note }) => [title.en, title.cy, kind, note].join(' ')}
      columns={[
        { head: words.name, cell: ({ title }) => <Content text={title} /> },
        { head: words.kind, cell: ({ kind }) => <SourceWord word={kind} /> },
        {
          head: words.date,
          narrow: true,
          cell: ({ published }) => <PrintedDate date={published} />,
        },
        { head: words.status, cell: ({ status }) => <SourceWord word={status} /> },
        { head: words.by, cell: ({ publishers }) => <BodyNames bodies={publishers} /> },
        { head: words.source, cell: ({ source }) => <SourceCite source={source} /> },
      ]}
    />
  )
}
