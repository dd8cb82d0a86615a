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
  unit: string
  /** Where nothing lies, in hundredths of the width: not the left edge where some values fall below it. */
  zero: number
  bars: readonly Bar[]
  hidden: number
  sources: readonly string[]
  caveats: readonly FigureWordsFragment['caveats'][number][]
}

/** Figures of one unit as bars on one scale that begins at nothing. Without a source for every figure there is no chart. */
export function chartsOf(figures: readonly FigureWordsFragment[]): Chart[] {
  const units = [...new Set(figures.map(({ unit }) => unit))]
  return units.flatMap((unit) => {
    const own = figures.filter((figure) => figure.unit === unit)
    if (own.some(({ sourceLine }) => !sourceLine.trim())) return []
    const known = own.flatMap((figure) => (figure.value === null ? [] : [{ ...figure, value: figure.value }]))
    if (known.length === 0) return []
    const values = known.map(({ value }) => value)
    const low = Math.min(0, ...values)
    const span = Math.max(0, ...values) - low || 1
    const at = (value: number) => ((value - low) / span) * 100
    return {
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
