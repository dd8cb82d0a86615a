/** When the next write to the log may begin. */
export interface Pace {
  /** Resolves at the next beat: at once while it is quiet. Everyone who asks before it is served by the same one. */
  beat(): Promise<void>
  /** What a beat brought with it cost so much more. */
  spend(cost: number): void
}

export interface Pacing {
  /** What may be spent in a millisecond before beats begin to wait. */
  perMs: number
  /** What may be spent at once after a quiet time. */
  atOnce: number
  /** What a beat costs by itself. */
  beat: number
  /** No beat waits longer, in milliseconds, whatever was spent. */
  longest: number
}

/**
 * Beats wait only while more is spent than the allowance. Somebody typing alone never waits; a hundred people do for some
 * milliseconds, and what they write meanwhile goes into the log, and out to the others, as one.
 */
export function pace({ perMs, atOnce, beat: cost, longest }: Pacing, now = () => performance.now()): Pace {
  let left = atOnce
  let counted = now()
  let next: Promise<void> | null = null

  const refill = (): void => {
    const at = now()
    left = Math.min(atOnce, left + (at - counted) * perMs)
    counted = at
  }
  const spend = (some: number): void => {
    refill()
    left = Math.max(left - some, -longest * perMs)
  }
  return {
    spend,
    beat() {
      next ??= new Promise<void>((begin) => {
        const go = (): void => {
          spend(cost)
          next = null
          begin()
        }
        refill()
        // Not in this turn of the event loop: whatever has arrived already belongs to the same beat.
        if (left >= 0) setImmediate(go)
        else setTimeout(go, -left / perMs)
      })
      return next
    },
  }
}
