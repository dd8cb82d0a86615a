import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import type { Bar, Chart } from './chart-of'
import { signed } from './signed'
import { measureWords } from './words'

/** Bars, the same in words, and below them what must be known and where the figures were taken from. */
export function FigureChart({ chart }: { chart: Chart }) {
  const words = useWords(measureWords)
  const { label, unit, zero, bars, hidden, sources, caveats } = chart
  return (
    <figure className="measure-chart">
      <figcaption>
        <b>
          <EnglishContent text={label} />
        </b>{' '}
        <span className="meta">{words.chart(unit)}</span>
      </figcaption>
      <p>
        <Reading bars={bars} /> {hidden > 0 && words.someHidden(hidden)}
      </p>
      <ul className="bars" aria-hidden="true">
        {bars.map((bar) => (
          <li key={bar.id}>
            <span lang="en">{bar.period || '–'}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false" aria-hidden="true">
              <rect x={bar.from} y="1" width={bar.width} height="8" className={bar.expected ? 'expected' : undefined} />
              <line x1={zero} x2={zero} y1="0" y2="10" />
            </svg>
            <span className="num">{signed(bar.value)}</span>
          </li>
        ))}
      </ul>
      <p className="meta">
        {words.caveats}: {caveats.length > 0 ? caveats.map((one) => words.caveat[one]).join('; ') : words.noCaveat}
      </p>
      <p className="meta">
        {words.source}: <EnglishContent text={sources.join('; ')} />
      </p>
    </figure>
  )
}

/** One paragraph from the same data: first and last, lowest and highest. */
function Reading({ bars }: { bars: readonly Bar[] }) {
  const words = useWords(measureWords)
  const [first] = bars
  const last = bars.at(-1)
  if (!first || !last) return null
  const sorted = [...bars].sort((a, b) => a.value - b.value)
  const [low = first] = sorted
  const high = sorted.at(-1) ?? last
  const said = ({ value, period }: Bar): [string, string] => [signed(value), period || '–']
  const [from, firstAt] = said(first)
  const [to, lastAt] = said(last)
  return `${words.reading(firstAt, from, lastAt, to)} ${words.range(...said(low), ...said(high))}`
}
