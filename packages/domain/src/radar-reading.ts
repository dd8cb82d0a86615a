import type { Owner } from './owner.js'
import type { Radar, RadarItem } from './radar.js'

/** A thing on the radar, with what the reading of it asks beside its day. Of what is not for whoever asks, only its body is known. */
export interface RadarThing extends RadarItem {
  bodyId: string | null
  /** The body whose line of work it stands in: a task and finish group's work stands in its workstream's. */
  line: string | null
  owner: Owner | null
  hidden: boolean
}
export type RadarThings = ReadonlyMap<string, RadarThing>

/** Something unfinished that others wait for. */
export interface Holder {
  id: string
  /** What waits for it directly. */
  waiting: readonly string[]
}

/** Everything that holds something up today. */
export function holders(radar: Radar): Holder[] {
  return [...radar.waiting].map(([id, waiting]) => ({ id, waiting }))
}

/** What is late and holds others up, the longest late first. */
export function lateHolders(radar: Radar): Holder[] {
  const late = ({ id }: Holder) => radar.points.get(id)?.lateDays ?? 0
  return holders(radar)
    .filter((one) => late(one) > 0)
    .sort((a, b) => late(b) - late(a) || b.waiting.length - a.waiting.length || byId(a, b))
}

/** What is waited for and has no day that whoever asks knows; what most wait for first. */
export function holdersWithoutDay(radar: Radar, things: RadarThings): Holder[] {
  return holders(radar)
    .filter(({ id }) => things.get(id)?.due === null)
    .sort((a, b) => b.waiting.length - a.waiting.length || byId(a, b))
}

/** How many wait for a thing, directly or through others. */
export function waitingInAll({ waiting }: Radar): (id: string) => number {
  return (id) => {
    const found = new Set<string>()
    const queue = [id]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const one of waiting.get(next) ?? []) {
        if (found.has(one)) continue
        found.add(one)
        queue.push(one)
      }
    }
    found.delete(id) // in a loop of older records it waits for itself
    return found.size
  }
}

export interface Slip {
  id: string
  /** null: it has no day of its own, so nobody can say by how much what is late moves it. */
  days: number | null
  becauseOf: string
}

/** What slips because of what, by the most days first; then what waits for something late and has no day of its own to slip past. */
export function slips(radar: Radar, things: RadarThings): Slip[] {
  const known = [...radar.points.values()].flatMap(({ id, slipDays, becauseOf }): Slip[] =>
    becauseOf === null ? [] : [{ id, days: slipDays, becauseOf }],
  )
  const unknown = new Map<string, Slip>()
  for (const { id: becauseOf, waiting } of lateHolders(radar))
    for (const id of waiting) {
      const thing = things.get(id)
      if (thing?.due === null && !thing.hidden && !unknown.has(id)) unknown.set(id, { id, days: null, becauseOf })
    }
  return [...known.sort((a, b) => (b.days ?? 0) - (a.days ?? 0) || byId(a, b)), ...unknown.values()]
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
