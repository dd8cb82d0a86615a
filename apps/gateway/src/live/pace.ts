/** When the next write to the log may begin. */
export interface Pace {
  /** Resolves at the next beat: at once while it is quiet. Everyone who asks before it is served by the same one. */
  beat(): Promise<void>
}

/**
 * So many beats at once and so many a second after that. Somebody typing alone never waits; a hundred people do for some milliseconds,
 * and what they write meanwhile goes into the log, and out to the others, as one.
 */
export function pace(everyMs: number, atOnce: number, now: () => number = () => performance.now()): Pace {
  let left = atOnce
  let counted = now()
  let next: Promise<void> | null = null

  const untilBeat = (): number => {
    const at = now()
    left = Math.min(atOnce, left + (at - counted) / everyMs)
    counted = at
    return left >= 1 ? 0 : (1 - left) * everyMs
  }
  return {
    beat() {
      next ??= new Promise<void>((begin) => {
        const wait = untilBeat()
        const go = (): void => {
          untilBeat()
          left -= 1
          next = null
          begin()
        }
        // Not in this turn of the event loop: whatever has arrived already belongs to the same beat.
        if (wait === 0) setImmediate(go)
        else setTimeout(go, wait)
      })
      return next
    },
  }
}
