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
  let kept: { value: Promise<readonly T[]>; until: number } | null = null
  let changed = new Set<string>()
  bus.subscribe('change', ({ patches }) => {
    for (const patch of patches) if (patch.type === type) changed.add(patch.id)
  })

  /** Read after the change was told, so what it brings is at least as new. */
  async function renewed(before: Promise<readonly T[]>, ids: ReadonlySet<string>): Promise<readonly T[]> {
    const [list, fresh] = await Promise.all([before, readSome([...ids])])
    return [...list.filter(({ id }) => !ids.has(id)), ...fresh].sort(order)
  }

  return () => {
    const at = now().getTime()
    const holds = kept && kept.until > at
    if (kept && holds && changed.size === 0) return kept.value
    const value = kept && holds ? renewed(kept.value, changed) : read()
    const mine = { value, until: kept && holds ? kept.until : at + keptFor }
    changed = new Set()
    kept = mine
    value.catch(() => {
      if (kept === mine) kept = null
    })
    return value
  }
}
