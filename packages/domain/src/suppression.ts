import { limits } from './limits.js'
import type { Viewer } from './offices.js'
import { may, type Place } from './permissions.js'

/** A total and its parts as somebody is shown them: null is a number that is hidden, never nothing. */
export interface ShownCounts {
  total: number | null
  parts: readonly (number | null)[]
}

/**
 * Counts of people without what could point at one of them. Parts add up to the total. One part below the minimum hides them all:
 * hiding it with a neighbour leaves tables in which the rule itself gives the numbers away (3 + 2 + 2 = 7: whoever knows how they
 * are hidden knows the two). A total below the minimum is hidden with its parts.
 */
export function withoutSmallNumbers(parts: readonly number[], minimum: number = limits.smallNumber): ShownCounts {
  const total = parts.reduce((all, one) => all + one, 0)
  if (total < minimum) return nothingOf(parts)
  return { total, parts: parts.some((part) => part < minimum) ? parts.map(() => null) : [...parts] }
}

/**
 * A corrected figure beside the one it replaces, which somebody may have written down. Where the two hide different numbers, the one
 * that is shown would tell of the one that is not: then nothing of the later one is shown.
 */
export function withoutSmallNumbersAfter(earlier: ShownCounts | null, later: ShownCounts): ShownCounts {
  return !earlier || samePattern(earlier, later) ? later : nothingOf(later.parts)
}

const nothingOf = (parts: readonly unknown[]): ShownCounts => ({ total: null, parts: parts.map(() => null) })

/** Everybody else is shown the same suppressed table, so that no two of them together know more than one. */
export function maySeeSmallNumbers(viewer: Viewer, place: Place): boolean {
  return may(viewer, 'write', { space: 'operational-board' }) || may(viewer, 'prepare', place)
}

function samePattern(a: ShownCounts, b: ShownCounts): boolean {
  const pattern = ({ total, parts }: ShownCounts) => [total, ...parts].map((one) => one === null).join()
  return pattern(a) === pattern(b)
}
