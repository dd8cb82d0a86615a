import { EnglishContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { formatNumber, useWords } from '../../platform/words'
import { Register } from '../../ui/register'
import { Flag, Unset } from '../../ui/status'
import { BodyNames } from './body-names'
import { FundingConditions } from './funding-conditions'
import { FundingTotals } from './funding-totals'
import { FundingTrace } from './funding-trace'
import { fundingWords } from './funding-words'
import { FundingLinesDocument } from './registers.graphql'
import { SourceCite } from './source-cite'
import { SourceWord } from './source-word'
import { registerWords } from './words'

/** Money as the documents print it: no figure is not nothing, approximate and ambiguous amounts stay so. */
export function FundingPage() {
  const words = useWords(registerWords)
  const said = useWords(fundingWords)
  const { data, trouble, retry } = useRecords(FundingLinesDocument)
  useRoom('programme', { onLists: retry })
  return (
    <Register
      words={words.funding}
      rows={data?.funding ?? null}
      trouble={trouble}
      onRetry={retry}
      lead={data && <FundingTotals totals={data.fundingTotals} />}
      text={({ title, asPrinted, period, purpose }) => [title, asPrinted, period, purpose].join(' ')}
      columns={[
        {
          head: words.line,
          cell: (line) => (
            <>
              <EnglishContent text={line.title} />
              {line.purpose && (
                <p className="meta">
                  <EnglishContent text={line.purpose} />
                </p>
              )}
              <FundingConditions line={line} />
              <FundingTrace trace={line.trace} />
            </>
          ),
        },
        {
          head: words.amount,
          cell: ({ asPrinted, approximate, ambiguity, basis, itemised }) => (
            <>
              {asPrinted ? (
                <span className="num" lang="en">
                  {asPrinted}
                </span>
              ) : (
                <Unset>{words.notStated}</Unset>
              )}
              {approximate && <p className="meta">{words.approximately}</p>}
              {basis && (
                <p className="meta">
                  {said.basis}: <SourceWord word={basis} />
                </p>
              )}
              {itemised && (
                <p className="meta">
                  {itemised.restGBP
                    ? said.itemised(
                        formatNumber(itemised.sumGBP),
                        said.lines(itemised.lines),
                        formatNumber(itemised.restGBP),
                      )
                    : said.itemisedAll(formatNumber(itemised.sumGBP), said.lines(itemised.lines))}
                </p>
              )}
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
