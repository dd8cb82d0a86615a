import { blockingKinds, type DependencyKind } from './dependency.js'

/** What the radar needs to know of anything that waits or is waited for. Days are ISO days. */
export interface RadarItem {
  id: string
  done: boolean
  /** The last day that is still in time; null where no day is known, or not to whoever asks. Never guessed. */
  due: string | null
}

export interface RadarLink {
  id: string
  dependentId: string
  dependsOnId: string
  kind: DependencyKind
}

/** An unfinished thing as it stands among those it waits for. */
export interface RadarPoint {
  id: string
  /** Days past its own last day; 0 where it is in time, or no day is known. */
  lateDays: number
  /** It cannot be finished before this day, by what is known: its own last day, today if that is over, and those it waits for. */
  notBefore: string | null
  /** Days by which what it waits for goes past its own last day; 0 where that fits, or where its own day is not known. */
  slipDays: number
  /** Which of the things it waits for, directly or not, holds it up to that day: the latest, and of these the longest late. */
  becauseOf: string | null
  /** How many things must be finished one after another before it; null in and behind a loop. */
  depth: number | null
}

export interface Radar {
  points: ReadonlyMap<string, RadarPoint>
  /** Links that hold their dependent up today. */
  holding: readonly RadarLink[]
  /** What each of those that hold others up holds up today, directly. */
  waiting: ReadonlyMap<string, readonly string[]>
}

/**
 * What slips because of what, and by how many days. Each unfinished thing is passed once, and each link twice: the latest day
 * goes first and is handed on to all that wait for it, so that whatever comes later has nothing to add.
 */
export function radar(items: readonly RadarItem[], links: readonly RadarLink[], today: string): Radar {
  const open = new Map(items.filter(({ done }) => !done).map((item) => [item.id, item]))
  const holding = links.filter(
    ({ kind, dependentId, dependsOnId }) =>
      blockingKinds.includes(kind) && open.has(dependentId) && open.has(dependsOnId),
  )
  const waiting = grouped(holding, 'dependsOnId', 'dependentId')
  const holders = pushed(open, waiting, today)
  const depths = depthsOf(open, holding, waiting)
  const points = new Map<string, RadarPoint>()
  for (const item of open.values()) {
    const holder = open.get(holders.get(item.id) ?? '')
    points.set(item.id, pointOf(item, holder, depths.get(item.id) ?? null, today))
  }
  return { points, holding, waiting }
}

/** The order in which things hold others up: the latest day first, then what has been late for longest. */
export function holdsLonger(today: string): (a: RadarItem, b: RadarItem) => number {
  const until = (item: RadarItem) => earliestEnd(item, today) ?? ''
  return (a, b) => compare(until(b), until(a)) || compare(a.due ?? '', b.due ?? '') || compare(a.id, b.id)
}

function pointOf(item: RadarItem, holder: RadarItem | undefined, depth: number | null, today: string): RadarPoint {
  const [own, held] = [earliestEnd(item, today), holder ? earliestEnd(holder, today) : null]
  return {
    id: item.id,
    lateDays: item.due && item.due < today ? daysFrom(item.due, today) : 0,
    notBefore:
      [own, held]
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null,
    slipDays: item.due && held && held > item.due ? daysFrom(item.due, held) : 0,
    becauseOf: item.due && held && held > item.due ? (holder?.id ?? null) : null,
    depth,
  }
}

/** The first day on which it can be finished if all goes well: its last day, or today when that is over. */
function earliestEnd({ due }: RadarItem, today: string): string | null {
  return due && due < today ? today : due
}

/** For each thing, which of those it waits for, directly or not, ends last. */
function pushed(
  open: ReadonlyMap<string, RadarItem>,
  waiting: ReadonlyMap<string, readonly string[]>,
  today: string,
): Map<string, string> {
  const holders = new Map<string, string>()
  const passed = new Set<string>()
  const dated = [...open.values()].filter(({ due }) => due !== null)
  for (const { id } of dated.sort(holdsLonger(today))) {
    const queue = [id]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      // Whoever was passed before was held by a later day, and so is all that waits for it.
      if (passed.has(next)) continue
      passed.add(next)
      for (const dependent of waiting.get(next) ?? []) {
        if (!holders.has(dependent)) holders.set(dependent, id)
        queue.push(dependent)
      }
    }
  }
  return holders
}

/** How many things stand before each; what is in or behind a loop has no place in a row. */
function depthsOf(
  open: ReadonlyMap<string, RadarItem>,
  holding: readonly RadarLink[],
  waiting: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const left = new Map<string, number>()
  for (const { dependentId } of holding) left.set(dependentId, (left.get(dependentId) ?? 0) + 1)
  const depths = new Map<string, number>()
  const ready = [...open.keys()].filter((id) => !left.has(id)).map((id) => ({ id, depth: 0 }))
  const seen = new Map<string, number>()
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    depths.set(next.id, next.depth)
    for (const id of waiting.get(next.id) ?? []) {
      const depth = Math.max(seen.get(id) ?? 0, next.depth + 1)
      seen.set(id, depth)
      const before = (left.get(id) ?? 1) - 1
      left.set(id, before)
      if (before === 0) ready.push({ id, depth })
    }
  }
  return depths
}

/** The ends of links by their other ends. */
export function grouped(
  links: readonly RadarLink[],
  by: 'dependentId' | 'dependsOnId',
  other: 'dependentId' | 'dependsOnId',
): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const link of links) {
    const known = groups.get(link[by])
    if (known) known.push(link[other])
    else groups.set(link[by], [link[other]])
  }
  return groups
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Whole days from one day to a later one. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
