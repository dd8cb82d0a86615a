import type { Action } from './action.js'
import { type Due, lastDay } from './due.js'

/** How far a due date has moved since it was first set. */
export interface Slippage {
  /** Times a date was moved or taken away; setting the first one is no move. */
  moves: number
  /** Days from the first last day known to the present one, earlier ones negative; null where either is only words. */
  days: number | null
}

export function slippageOf({ due, earlierDues }: Pick<Action, 'due' | 'earlierDues'>): Slippage {
  const dues = [...earlierDues.map((line) => line.due), due]
  const dated = dues.slice(
    Math.max(
      0,
      dues.findIndex((one) => one !== null),
    ),
  )
  const first = dated[0] ?? null
  return { moves: dated.length - 1, days: dated.length > 1 ? daysBetween(first, due) : 0 }
}

/** What the moves of many come to: how many moved, how often, and the days that can be counted. */
export interface SlippageSum {
  actions: number
  moves: number
  days: number
  /** Moved, by a number of days that their words do not give. */
  uncounted: number
}

export function sumSlippage(all: readonly Pick<Action, 'due' | 'earlierDues'>[]): SlippageSum {
  const sum: SlippageSum = { actions: 0, moves: 0, days: 0, uncounted: 0 }
  for (const action of all) {
    const { moves, days } = slippageOf(action)
    if (moves === 0) continue
    sum.actions += 1
    sum.moves += moves
    sum.days += days ?? 0
    sum.uncounted += days === null ? 1 : 0
  }
  return sum
}

function daysBetween(from: Due | null, to: Due | null): number | null {
  const [a, b] = [from && lastDay(from), to && lastDay(to)]
  return a && b ? Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000) : null
}
