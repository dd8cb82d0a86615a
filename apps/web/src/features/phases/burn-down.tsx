import { useId } from 'react'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import type { PhaseShown } from './phase-shown'
import { phaseWords } from './words'

type Point = PhaseShown['burnDown'][number]

const wide = 640
const high = 200

interface BurnDownProps {
  points: readonly Point[]
  /** The planned last day. */
  endsOn: string | null
}

/** How many actions were open on each day: a line, and the same as a table (requirements, row 31). */
export function BurnDown({ points, endsOn }: BurnDownProps) {
  const words = useWords(phaseWords)
  const dates = useDates()
  const titleId = useId()
  const [first, last] = [points[0], points.at(-1)]
  const most = Math.max(0, ...points.map(({ open }) => open))
  return (
    <section>
      <h3>{words.burnDown}</h3>
      {!first || !last || most === 0 ? (
        <p className="quiet">{words.noLog}</p>
      ) : (
        <>
          <p>{words.burnAbout(dates.day(last.day), last.open)}</p>
          <svg className="burn-down" viewBox={`0 0 ${wide} ${high}`} role="img" aria-labelledby={titleId}>
            <title id={titleId}>{words.chart(dates.day(first.day), first.open, dates.day(last.day), last.open)}</title>
            <path className="burn-line" d={lineOf(points, most)} />
            {endsOn && endsOn > first.day && endsOn < last.day && (
              <line
                className="burn-end"
                x1={across(endsOn, first, last)}
                x2={across(endsOn, first, last)}
                y1={0}
                y2={high}
              />
            )}
          </svg>
          <p className="row spread meta num" aria-hidden="true">
            <span>
              {dates.shortDay(first.day)} · {first.open}
            </span>
            <span>
              {dates.shortDay(last.day)} · {last.open}
            </span>
          </p>
          <BurnTable points={points} />
        </>
      )}
    </section>
  )
}

function BurnTable({ points }: { points: readonly Point[] }) {
  const words = useWords(phaseWords)
  const dates = useDates()
  return (
    <details className="body-about">
      <summary>{words.asTable}</summary>
      <table className="register-table">
        <caption className="hidden">{words.burnDown}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.open}</th>
            <th scope="col">{words.finished}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ day, open, finished }) => (
            <tr key={day}>
              <td data-head={words.day}>{dates.day(day)}</td>
              <td data-head={words.open} className="num">
                {open}
              </td>
              <td data-head={words.finished} className="num">
                {finished}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Steps, not slopes: between two days nothing is known. */
function lineOf(points: readonly Point[], most: number): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  const at = ({ day, open }: Point) => [across(day, first, last), high - (open / most) * (high - 8)] as const
  const [x, y] = at(first)
  return `M${x} ${y}${points
    .slice(1)
    .map((point) => {
      const [nextX, nextY] = at(point)
      return `H${nextX}V${nextY}`
    })
    .join('')}`
}

function across(day: string, first: Point, last: Point): number {
  const [from, to] = [Date.parse(first.day), Date.parse(last.day)]
  return to === from ? 0 : Math.round(((Date.parse(day) - from) / (to - from)) * wide)
}
