import { useState } from 'react'
import { Content } from '../../platform/content'
import { useWords } from '../../platform/words'
import { SafetyNote } from '../../ui/safety-note'
import { Unset } from '../../ui/status'
import type { MeasureRowFragment, MeasuresQuery } from './measures.graphql'
import { PlansOfYear } from './plans-of-year'
import { signed } from './signed'
import { measureWords } from './words'

interface PlanYearsProps {
  years: MeasuresQuery['planYears']
  measures: readonly MeasureRowFragment[]
  onChanged: () => void
}

/** Plans by year: how many, and what they come to. The rows are years; there is no row for an authority. */
export function PlanYears({ years, measures, onChanged }: PlanYearsProps) {
  const words = useWords(measureWords)
  const [open, setOpen] = useState<string | null>(null)
  const reductions = measures.filter(({ reduction }) => reduction)
  const keeps = reductions.some(({ kept }) => kept)
  const [total] = years.flatMap(({ totals }) => totals)
  return (
    <section className="stack" aria-labelledby="plans">
      <h2 id="plans">{words.plans}</h2>
      <p className="about">{words.plansAbout}</p>
      <SafetyNote note={total?.safetyNote ?? null} />
      <table className="register-table">
        <caption className="hidden">{words.plans}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col">{words.submitted}</th>
            <th scope="col">{words.notSubmitted}</th>
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, submitted, notSubmitted, totals }) => (
            <tr key={year}>
              <td data-head={words.year} className="num">
                {keeps ? (
                  <button
                    type="button"
                    className="b bare"
                    aria-expanded={open === year}
                    onClick={() => setOpen(open === year ? null : year)}
                  >
                    {year}
                  </button>
                ) : (
                  year
                )}
              </td>
              <td data-head={words.submitted} className="num">
                {submitted}
              </td>
              <td data-head={words.notSubmitted} className="num">
                {notSubmitted}
              </td>
              <td data-head={words.change}>
                <ul>
                  {totals.map(({ measureId, change, plansWithFigure }) => {
                    const measure = reductions.find(({ id }) => id === measureId)
                    return (
                      <li key={measureId}>
                        {measure && <Content text={measure.title} />}:{' '}
                        {change === null ? (
                          <Unset>{plansWithFigure === 0 ? words.notStated : words.tooFew}</Unset>
                        ) : (
                          <span className="num">
                            {signed(change)} ({words.plansWith(plansWithFigure)})
                          </span>
                        )}
                      </li>
                    )
                  })}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && <PlansOfYear year={open} measures={reductions} onChanged={onChanged} />}
    </section>
  )
}
