import type { Bus } from './bus.js'

/** A small collection as a whole, kept in memory. */
export type Whole<T> = () => Promise<T>

// Another node's change may go unheard: what is kept is then this old at most.
const keptFor = 10_000

/** Read once, and again after any change of these types of record. */
export function createWhole<T>(read: () => Promise<T>, types: readonly string[], bus: Bus, now: () => Date): Whole<T> {
  let kept: { value: Promise<T>; until: number } | null = null
  bus.subscribe('change', ({ patches }) => {
    if (patches.some(({ type }) => types.includes(type))) kept = null
  })
  return () => {
    const at = now().getTime()
    if (kept && kept.until > at) return kept.value
    const value = read()
    const mine = { value, until: at + keptFor }
    kept = mine
    value.catch(() => {
      if (kept === mine) kept = null
    })
    return value
  }
}
