/** So much a second, and so much at once. */
export interface Allowance {
  /** Takes `cost` if there is enough; otherwise says how many milliseconds to wait. */
  take(cost: number, at: number): number
  /** Whether it is as if nothing had ever been taken. */
  isWhole(at: number): boolean
}

export function allowance(perSecond: number, atOnce: number): Allowance {
  let left = atOnce
  let last = 0
  const regain = (at: number): void => {
    if (last > 0) left = Math.min(atOnce, left + ((at - last) / 1000) * perSecond)
    last = at
  }
  return {
    take(cost, at) {
      regain(at)
      if (left <= 0) return Math.ceil((1 - left / perSecond) * 1000)
      left -= cost // may go below zero once: a large update passes, and the next waits for it
      return 0
    },
    isWhole(at) {
      regain(at)
      return left >= atOnce
    },
  }
}
