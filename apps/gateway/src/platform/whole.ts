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
  /** Ids of those that any node changed at or after a moment. */
  changedSince: (at: Date) => Promise<readonly string[]>
  /** Type of record whose changes are followed. */
  type: string
  order: (a: T, b: T) => number
}

/** A list that may still be on its way, made out of the one before it. */
interface Reading<T> {
  value: Promise<readonly T[]>
  before: Reading<T> | null
  hasFailed: boolean
}

// Other nodes' clocks differ, and a change is dated before it is committed.
const clocksDiffer = 10_000

/**
 * As `createWhole`, for a list that may be long: it is read as a whole once. After a change only the records that changed are read
 * again; what was told to nobody here is looked up in the change rows from time to time.
 */
export function createWholeList<T extends { id: string }>(
  { read, readSome, changedSince, type, order }: WholeListNeeds<T>,
  bus: Bus,
  now: () => Date,
): Whole<readonly T[]> {
  let last: Reading<T> | null = null
  let lookedAt = 0
  let isLooking = false
  const changed = new Set<string>()
  bus.subscribe('change', ({ patches }) => {
    for (const patch of patches) if (patch.type === type) changed.add(patch.id)
  })

  const unheard = async () => {
    for (const id of await changedSince(new Date(lookedAt - clocksDiffer))) changed.add(id)
  }

  /** In use, it is looked up before its time, and nobody waits for it. */
  function lookInTime(at: number): void {
    if (isLooking || at - lookedAt < renewedAfter) return
    isLooking = true
    unheard()
      .then(
        () => {
          lookedAt = Math.max(lookedAt, at)
        },
        () => undefined, // asked again when its time is over
      )
      .finally(() => {
        isLooking = false
      })
  }

  /** Read after the change was told, so what it brings is at least as new. */
  async function withChanges(before: Promise<readonly T[]>): Promise<readonly T[]> {
    const ids = new Set(changed)
    changed.clear()
    try {
      const [all, fresh] = await Promise.all([before, readSome([...ids])])
      return [...all.filter(({ id }) => !ids.has(id)), ...fresh].sort(order)
    } catch (error) {
      for (const id of ids) changed.add(id)
      throw error
    }
  }

  /**
   * What comes next. Should it fail, the next to ask goes on from the last one before it that has not: also where several were on
   * their way, each made out of the other. One that is still on its way stays: its changes are looked for nowhere else any more.
   */
  function keep(value: Promise<readonly T[]>, before: Reading<T> | null): Promise<readonly T[]> {
    const reading: Reading<T> = { value, before, hasFailed: false }
    last = reading
    value.then(
      () => {
        reading.before = null
      },
      () => {
        reading.hasFailed = true
        while (last?.hasFailed) last = last.before
      },
    )
    return value
  }

  return () => {
    const at = now().getTime()
    const known = last
    if (!known) {
      lookedAt = at
      return keep(read(), null)
    }
    if (at - lookedAt > keptFor) {
      const looked = unheard().then(() => {
        lookedAt = Math.max(lookedAt, at)
        return changed.size > 0 ? withChanges(known.value) : known.value
      })
      return keep(looked, known)
    }
    lookInTime(at)
    return changed.size > 0 ? keep(withChanges(known.value), known) : known.value
  }
}
