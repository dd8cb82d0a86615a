/** A small seeded generator (mulberry32), so that the order of a failing run can be had again. */
export interface Chance {
  /** From 0 up to but not including `below`. */
  int(below: number): number
  pick<T>(from: readonly T[]): T
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const int = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
  return {
    int,
    pick<T>(from: readonly T[]): T {
      const one = from[int(from.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
  }
}
