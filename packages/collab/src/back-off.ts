const least = 500
const most = 30_000

/** How long to wait before the next attempt: full jitter, so that a thousand pages do not come back in one second. */
export interface BackOff {
  next(): number
  /** The server asked for this much patience. */
  atLeast(milliseconds: number): void
  reset(): void
}

export function backOff(random: () => number): BackOff {
  let attempt = 0
  let asked = 0
  return {
    next() {
      const ceiling = Math.min(most, least * 2 ** attempt++)
      const wait = Math.max(asked, least + random() * (ceiling - least))
      asked = 0
      return wait
    },
    atLeast: (milliseconds) => {
      asked = Math.min(Math.max(0, milliseconds), most)
    },
    reset: () => {
      attempt = 0
    },
  }
}
