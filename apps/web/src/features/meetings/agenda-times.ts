/** When each item of an agenda begins and how far the meeting has come. Plain calculation: the caller brings the clock. */

export interface TimedItem {
  id: string
  title: string
  minutes: number
}

export type AgendaLine<Item extends TimedItem = TimedItem> = Item & {
  /** 1 for the first item, as in the minutes. */
  number: number
  from: Date
  until: Date
  state: 'ahead' | 'now' | 'past'
  /** Whole minutes since the item began and until it should end; only for the item that is on. */
  used: number
  left: number
}

export interface AgendaPlan<Item extends TimedItem = TimedItem> {
  lines: AgendaLine<Item>[]
  /** Sum of the planned minutes. */
  minutes: number
  endsAt: Date
  /** Minutes beyond the end of the last item, if there is one, while the meeting still runs. */
  over: number
  /** Minutes by which the agenda is longer than the meeting is planned to be. */
  overrun: number
}

export interface RunningMeeting {
  startsAt: Date
  /** Left out: nothing is said of how long it may be. */
  endsAt?: Date
  startedAt: Date | null
  running: boolean
  /** The item that was said to be on, and since when; the clock is asked where nobody has. */
  on?: { itemId: string; since: Date } | null
}

const minute = 60_000
/** Within a quarter of an hour the planned times hold: a minute's delay should not move every line. */
const patience = 15 * minute

/** The agenda with its times: from the planned start, or from the real one when the meeting began much earlier or later. */
export function planAgenda<Item extends TimedItem>(
  items: readonly Item[],
  meeting: RunningMeeting,
  now: Date,
): AgendaPlan<Item> {
  let at = beginning(meeting).getTime()
  const lines = items.map((item, index) => {
    const from = at
    at += item.minutes * minute
    const times = { number: index + 1, from: new Date(from), until: new Date(at) }
    return { ...item, ...times, ...(led(items, index, meeting, now) ?? place(from, at, meeting, now)) }
  })
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
  const over = meeting.running && items.length > 0 ? Math.max(0, Math.floor((now.getTime() - at) / minute)) : 0
  const planned = meeting.endsAt ? meeting.endsAt.getTime() - meeting.startsAt.getTime() : Number.POSITIVE_INFINITY
  return { lines, minutes, endsAt: new Date(at), over, overrun: Math.max(0, Math.ceil(minutes - planned / minute)) }
}

/** Where an item stands in a meeting that is led item by item; null where the clock has to say it. */
function led(items: readonly TimedItem[], index: number, { running, on }: RunningMeeting, now: Date) {
  const current = running && on ? items.findIndex(({ id }) => id === on.itemId) : -1
  if (!on || current < 0) return null
  if (index !== current) return { state: index < current ? ('past' as const) : ('ahead' as const), used: 0, left: 0 }
  const used = Math.max(0, Math.floor((now.getTime() - on.since.getTime()) / minute))
  return { state: 'now' as const, used, left: (items[index]?.minutes ?? 0) - used }
}

function beginning({ startsAt, startedAt }: RunningMeeting): Date {
  if (!startedAt || Math.abs(startedAt.getTime() - startsAt.getTime()) <= patience) return startsAt
  return new Date(Math.floor(startedAt.getTime() / minute) * minute)
}

function place(from: number, until: number, { running, startedAt }: RunningMeeting, now: Date) {
  const at = now.getTime()
  if (!running) return { state: startedAt ? ('past' as const) : ('ahead' as const), used: 0, left: 0 }
  if (at >= until) return { state: 'past' as const, used: 0, left: 0 }
  if (at < from) return { state: 'ahead' as const, used: 0, left: 0 }
  const used = Math.floor((at - from) / minute)
  return { state: 'now' as const, used, left: Math.round((until - from) / minute) - used }
}

/** The agenda with one item put where another is; unchanged where either is not on it. */
export function placeItem<T extends { id: string }>(items: readonly T[], id: string, at: string): T[] {
  const moved = items.find((item) => item.id === id)
  const to = items.findIndex((item) => item.id === at)
  if (!moved || to < 0) return [...items]
  const rest = items.filter((item) => item.id !== id)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

/** The agenda with one item moved by one place; unchanged at either end. */
export function moveItem<T extends { id: string }>(items: readonly T[], id: string, by: -1 | 1): T[] {
  const from = items.findIndex((item) => item.id === id)
  const to = from + by
  const moved = items[from]
  if (!moved || to < 0 || to >= items.length) return [...items]
  const rest = items.filter((item) => item.id !== id)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}
