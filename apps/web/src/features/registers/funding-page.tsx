import { EnglishContent } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Register } from '../../ui/register'
import { Flag, Unset } from '../../ui/status'
import { BodyNames } from './body-names'
import { FundingLinesDocument } from './registers.graphql'
import { SourceCite } from './source-cite'
import { registerWords } from './words'

/** Money as the documents print it: no figure is not nothing, approximate and ambiguous amounts stay so. */
export function FundingPage() {
  const words = useWords(registerWords)
  const { data, trouble, retry } = useRecords(FundingLinesDocument)
  return (
    <Register
      words={words.funding}
      rows={data?.funding ?? null}
      trouble={trouble}
      onRetry={retry}
      text={({ title, asPrinted, period, purpose }) => [title, asPrinted, period, purpose].join(' ')}
      columns={[
        {
          head: words.line,
          cell: ({ title, purpose }) => (
            <>
              <EnglishContent text={title} />
              {purpose && (
                <p className="meta">
                  <EnglishContent text={purpose} />
                </p>
              )}
            </>
          ),
        },
        {
          head: words.amount,
          cell: ({ asPrinted, approximate, ambiguity }) => (
            <>
              {asPrinted ? (
                <span className="num" lang="en">
                  {asPrinted}
                </span>
              ) : (
                <Unset>{words.notStated}</Unset>
              )}
              {approximate && <p className="meta">{words.approximately}</p>}
              {ambiguity && (
                <p>
                  <Flag tone="attention" icon="attention">
                    <EnglishContent text={ambiguity} />
                  </Flag>
                </p>
              )}
            </>
          ),
        },
        {
          head: words.period,
          cell: ({ period }) => (period ? <EnglishContent text={period} /> : <Unset>{words.notStated}</Unset>),
        },
        { head: words.from, cell: ({ funders }) => <BodyNames bodies={funders} /> },
        { head: words.to, cell: ({ recipients }) => <BodyNames bodies={recipients} /> },
        { head: words.source, cell: ({ source }) => <SourceCite source={source} /> },
      ]}
    />
  )
}
