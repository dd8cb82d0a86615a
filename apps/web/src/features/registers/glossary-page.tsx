import { Content, EnglishContent } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Register } from '../../ui/register'
import { GlossaryDocument } from './registers.graphql'
import { SourceCite } from './source-cite'
import { registerWords } from './words'

/** Short forms and names as the documents use them, in Welsh where they print it. */
export function GlossaryPage() {
  const words = useWords(registerWords)
  const { data, trouble, retry } = useRecords(GlossaryDocument)
  return (
    <Register
      words={words.glossary}
      rows={data?.glossary ?? null}
      trouble={trouble}
      onRetry={retry}
      text={({ abbreviation, term, definition, alsoPrinted }) =>
        [abbreviation, term.en, term.cy, definition, ...alsoPrinted].join(' ')
      }
      columns={[
        {
          head: words.term,
          cell: ({ abbreviation, term, alsoPrinted }) => (
            <>
              {abbreviation && <b lang="en">{abbreviation}</b>} <Content text={term} />
              {alsoPrinted.length > 0 && (
                <p className="meta" lang="en">
                  {alsoPrinted.join(', ')}
                </p>
              )}
            </>
          ),
        },
        { head: words.meaning, cell: ({ definition }) => <EnglishContent text={definition} /> },
        { head: words.source, cell: ({ source }) => <SourceCite source={source} /> },
      ]}
    />
  )
}
