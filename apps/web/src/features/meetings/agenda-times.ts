/** When each item of an agenda begins and how far the meeting has come. Plain calculation: the caller brings the clock. */

export interface TimedItem {
  id: string
  title: string
  minutes: number
}

export interface AgendaLine extends TimedItem {
  /** 1 for the first item, as in the minutes. */
  number: number
  from: Date
  until: Date
  state: 'ahead' | 'now' | 'past'
  /** Whole minutes since the item began and until it should end; only for the item that is on. */
  used: number
  left: number
}

export interface AgendaPlan {
  lines: AgendaLine[]
  /** Sum of the planned minutes. */
  minutes: number
  endsAt: Date
  /** Minutes beyond the end of the last item, while the meeting still runs. */
  over: number
}

export interface RunningMeeting {
  startsAt: Date
  startedAt: Date | null
  running: boolean
}

const minute = 60_000
/** Within a quarter of an hour the planned times hold: a minute's delay should not move every line. */
const patience = 15 * minute

/** The agenda with its times: from the planned start, or from the real one when the meeting began much earlier or later. */
export function planAgenda(items: readonly TimedItem[], meeting: RunningMeeting, now: Date): AgendaPlan {
  let at = beginning(meeting).getTime()
  const lines = items.map((item, index) => {
    const from = at
    at += item.minutes * minute
    return { ...item, number: index + 1, from: new Date(from), until: new Date(at), ...place(from, at, meeting, now) }
  })
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
  const over = meeting.running ? Math.max(0, Math.floor((now.getTime() - at) / minute)) : 0
  return { lines, minutes, endsAt: new Date(at), over }
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

/** The agenda with one item moved by one place; unchanged at either end. */
export function moveItem<T extends { id: string }>(items: readonly T[], id: string, by: -1 | 1): T[] {
  const from = items.findIndex((item) => item.id === id)
  const to = from + by
  const moved = items[from]
  if (!moved || to < 0 || to >= items.length) return [...items]
  const rest = items.filter((item) => item.id !== id)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}
