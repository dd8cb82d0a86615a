import type { FigureWordsFragment } from './measures.graphql'

export interface Bar {
  id: string
  period: string
  value: number
  expected: boolean
  /** From the left edge, in hundredths of the width. */
  from: number
  width: number
}

export interface Chart {
  id: string
  label: string
  unit: string
  /** Where nothing lies, in hundredths of the width: not the left edge where some values fall below it. */
  zero: number
  bars: readonly Bar[]
  hidden: number
  sources: readonly string[]
  caveats: readonly FigureWordsFragment['caveats'][number][]
}

/**
 * Figures that count the same thing in the same unit, as bars on one scale that begins at nothing. A single figure is no chart, and
 * without a source for every figure there is none either.
 */
export function chartsOf(figures: readonly FigureWordsFragment[]): Chart[] {
  const series = new Map(figures.map(({ unit, label }) => [`${label}, ${unit}`, { unit, label }]))
  return [...series].flatMap(([id, { unit, label }]) => {
    const own = figures.filter((figure) => figure.unit === unit && figure.label === label)
    if (own.some(({ sourceLine }) => !sourceLine.trim())) return []
    const known = own.flatMap((figure) => (figure.value === null ? [] : [{ ...figure, value: figure.value }]))
    if (known.length < 2) return []
    const values = known.map(({ value }) => value)
    const low = Math.min(0, ...values)
    const span = Math.max(0, ...values) - low || 1
    const at = (value: number) => ((value - low) / span) * 100
    return {
      id,
      label,
      unit,
      zero: at(0),
      bars: known.map(({ id, period, value, expected }) => ({
        id,
        period: period ?? '',
        value,
        expected,
        from: Math.min(at(0), at(value)),
        width: Math.abs(at(value) - at(0)),
      })),
      hidden: own.filter(({ suppressed, value }) => suppressed && value === null).length,
      sources: [...new Set(own.map(({ sourceLine }) => sourceLine))],
      caveats: [...new Set(own.flatMap(({ caveats }) => caveats))],
    }
  })
}
