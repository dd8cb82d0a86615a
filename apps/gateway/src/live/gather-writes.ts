/** Writes many at once; gives for each the reason why it could not be written, or null. Rejects when nobody knows. */
export type WriteAll<T> = (all: readonly T[]) => Promise<readonly (Error | null)[]>

interface Waiting<T> {
  one: T
  written(): void
  failed(reason: unknown): void
}

/**
 * What comes in one turn of the event loop goes to the database as one write: what a write costs is the write, not how much is in it. Two
 * of one key never share one: the second must not be there without the first.
 */
export function gatherWrites<T>(keyOf: (one: T) => string, write: WriteAll<T>): (one: T) => Promise<void> {
  let waiting: Waiting<T>[] = []
  const send = (): void => {
    const keys = new Set<string>()
    const group: Waiting<T>[] = []
    const rest: Waiting<T>[] = []
    for (const each of waiting) {
      const key = keyOf(each.one)
      ;(keys.has(key) ? rest : group).push(each)
      keys.add(key)
    }
    waiting = rest
    if (rest.length > 0) setImmediate(send)
    write(group.map(({ one }) => one)).then(
      (reasons) => {
        for (const [i, { written, failed }] of group.entries()) reasons[i] ? failed(reasons[i]) : written()
      },
      (reason: unknown) => {
        for (const { failed } of group) failed(reason)
      },
    )
  }
  return (one) =>
    new Promise<void>((written, failed) => {
      if (waiting.push({ one, written, failed }) === 1) setImmediate(send)
    })
}
