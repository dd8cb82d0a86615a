import type { Bus } from './bus.js'

/** A small collection as a whole, kept in memory. */
export type Whole<T> = () => Promise<T>

// Another node's change may go unheard: what is kept is then this old at most.
const keptFor = 10_000

// In use, it is read again before that, and nobody waits for it.
const renewedAfter = keptFor / 2

interface Kept<T> {
  value: Promise<T>
  until: number
  renewAt: number
}

const keptFrom = <T>(value: Promise<T>, at: number): Kept<T> => ({
  value,
  until: at + keptFor,
  renewAt: at + renewedAfter,
})

/** Reads anew behind what is kept, once its time comes; `take` decides whether it is still wanted. */
function renewInTime<T>(old: Kept<T>, read: () => Promise<T>, at: number, take: (fresh: Kept<T>) => void): void {
  if (old.renewAt > at) return
  old.renewAt = old.until
  const value = read()
  value.then(
    () => take(keptFrom(value, at)),
    () => undefined, // asked again when its time is over
  )
}

/** Read once, and again after any change of these types of record. */
export function createWhole<T>(read: () => Promise<T>, types: readonly string[], bus: Bus, now: () => Date): Whole<T> {
  let kept: Kept<T> | null = null
  bus.subscribe('change', ({ patches }) => {
    if (patches.some(({ type }) => types.includes(type))) kept = null
  })

  return () => {
    const at = now().getTime()
    if (kept && kept.until > at) {
      const old = kept
      renewInTime(old, read, at, (fresh) => {
        if (kept === old) kept = fresh
      })
      return kept.value
    }
    const value = read()
    const mine = keptFrom(value, at)
    kept = mine
    value.catch(() => {
      if (kept === mine) kept = null
    })
    return value
  }
}

interface WholeListNeeds<T> {
  read: () => Promise<readonly T[]>
  /** The same, of these ids only. */
  readSome: (ids: readonly string[]) => Promise<readonly T[]>
  /** Type of record whose changes are followed. */
  type: string
  order: (a: T, b: T) => number
}

/** As `createWhole`, for a list that may be long: after a change only the records that changed are read again. */
export function createWholeList<T extends { id: string }>(
  { read, readSome, type, order }: WholeListNeeds<T>,
  bus: Bus,
  now: () => Date,
): Whole<readonly T[]> {
  let kept: Kept<readonly T[]> | null = null
  let changed = new Set<string>()
  bus.subscribe('change', ({ patches }) => {
    for (const patch of patches) if (patch.type === type) changed.add(patch.id)
  })

  /** Read after the change was told, so what it brings is at least as new. */
  async function withChanges(before: Promise<readonly T[]>, ids: ReadonlySet<string>): Promise<readonly T[]> {
    const [list, fresh] = await Promise.all([before, readSome([...ids])])
    return [...list.filter(({ id }) => !ids.has(id)), ...fresh].sort(order)
  }

  return () => {
    const at = now().getTime()
    const known = kept && kept.until > at ? kept : null
    if (known)
      renewInTime(known, read, at, (fresh) => {
        if (kept === known) kept = fresh
      })
    if (known && changed.size === 0) return known.value
    const mine = known ? { ...known, value: withChanges(known.value, changed) } : keptFrom(read(), at)
    changed = new Set()
    kept = mine
    mine.value.catch(() => {
      if (kept === mine) kept = null
    })
    return mine.value
  }
}
