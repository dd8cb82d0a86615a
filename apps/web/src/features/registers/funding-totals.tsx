import { formatNumber, useWords } from '../../platform/words'
import { Unset } from '../../ui/status'
import { fundingWords } from './funding-words'
import type { FundingLinesQuery } from './registers.graphql'

/** One sum for each basis, each with how much of it is not known exactly. */
export function FundingTotals({ totals }: { totals: FundingLinesQuery['fundingTotals'] }) {
  const words = useWords(fundingWords)
  return (
    <section className="stack" aria-labelledby="totals">
      <h2 id="totals">{words.totals}</h2>
      <p className="about">{words.totalsAbout}</p>
      <table className="register-table">
        <caption className="hidden">{words.totals}</caption>
        <thead>
          <tr>
            <th scope="col">{words.basis}</th>
            <th scope="col">{words.sum}</th>
            <th scope="col">{words.counted}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ basis, sumGBP, lines, withoutFigure, approximate, ambiguous }) => (
            <tr key={basis}>
              <td>{words.bases[basis]}</td>
              <td data-head={words.sum} className="num">
                {sumGBP === null ? <Unset>{words.noSum}</Unset> : words.pounds(formatNumber(sumGBP))}
              </td>
              <td>
                {[
                  words.lines(lines),
                  withoutFigure > 0 && words.without(withoutFigure),
                  approximate > 0 && words.approximate(approximate),
                  ambiguous > 0 && words.ambiguous(ambiguous),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
