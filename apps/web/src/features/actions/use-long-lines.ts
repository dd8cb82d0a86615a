import { useMemo } from 'react'
import { type Extra, type Measures, shapeOf } from './log-shape'
import { type LongLines, type LongLog, longLines } from './long-lines'

interface Layout {
  isGrouped: boolean
  folded: ReadonlySet<string>
  opened: ReadonlySet<string>
  clashing: ReadonlyMap<string, unknown>
}

/** The lines of a long log. Their shape stays the same object while rows come and go: what was measured stands. */
export function useLongLines(long: LongLog | null, layout: Layout): LongLines | null {
  const key = long && JSON.stringify(measuresOf(long, layout))
  const shape = useMemo(() => {
    const measures: Measures | null = key === null ? null : JSON.parse(key)
    return measures && shapeOf(measures)
  }, [key])
  return useMemo(() => long && shape && longLines(long, shape), [long, shape])
}

function measuresOf(long: LongLog, { isGrouped, folded, opened, clashing }: Layout): Measures {
  const under = (kind: Extra['kind'], ids: Iterable<string>) =>
    [...ids].map((id) => ({ kind, id, place: long.placeOf(id) })).filter(({ place }) => place >= 0)
  return {
    groups: isGrouped ? long.groups : null,
    total: long.total,
    folded: [...folded],
    // The clash stands first where a row has both.
    extras: [...under('clash', clashing.keys()), ...under('inside', opened)],
  }
}
