/** A small seeded generator (mulberry32), so that a failing run can be run again. */
export interface Random {
  readonly seed: number
  /** From 0 up to but not including `below`. */
  int(below: number): number
  pick<T>(from: readonly T[]): T
  chance(of: number): boolean
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (below: number): number => Math.floor(next() * below)
  return {
    seed,
    int,
    pick: (from) => from[int(from.length)] as (typeof from)[number],
    chance: (of) => next() < of,
  }
}

/** `SEED` from the environment, else a new one. */
export const aSeed = (): number => Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
