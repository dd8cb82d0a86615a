import { periodEnd } from '@camau/domain'
import type { MeasureRowFragment } from './measures.graphql'

/** The newest figure of the measure's own unit, or of any where it has none: what happened, never what was expected. */
export function latestFigure({ figures, unit }: Pick<MeasureRowFragment, 'figures' | 'unit'>) {
  const known = figures.filter(({ value, suppressed, expected }) => !expected && (value !== null || suppressed))
  const own = known.filter((figure) => figure.unit === unit)
  const ends = (own.length > 0 ? own : known).map((figure) => ({ figure, end: periodEnd(figure.period) ?? '' }))
  return (
    ends.reduce<(typeof ends)[number] | null>((best, one) => (best && best.end >= one.end ? best : one), null)
      ?.figure ?? null
  )
}
