import type { Owner } from './owner.js'
import type { Radar, RadarLink } from './radar.js'
import { linkRisk } from './radar-lanes.js'
import type { RadarThing, RadarThings } from './radar-reading.js'

/** A meeting still to come. */
export interface MeetingAhead {
  id: string
  bodyId: string
  startsAt: Date
}

/** Two who must talk: one waits for what the other is late with, or will be. */
export interface Talk {
  waiting: Owner
  late: Owner
  /** The next meeting of either body; null where none is planned. */
  meeting: MeetingAhead | null
  /** What they must talk about. */
  linkIds: readonly string[]
}

/** Who must talk to whom before which meeting, the nearest meeting first. Whoever answers for both ends need not talk to themselves. */
export function talks(radar: Radar, things: RadarThings, meetings: readonly MeetingAhead[]): Talk[] {
  const next = nextByBody(meetings)
  const found = new Map<string, Talk>()
  for (const link of radar.holding) {
    const risk = linkRisk(link, radar, things)
    if (risk !== 'blocked-and-late' && risk !== 'will-be-late') continue
    const talk = talkOf(link, things, next)
    if (!talk) continue
    const key = [keyOf(talk.waiting), keyOf(talk.late), talk.meeting?.id].join()
    const known = found.get(key)
    found.set(key, known ? { ...known, linkIds: [...known.linkIds, link.id] } : talk)
  }
  const when = ({ meeting }: Talk) => meeting?.startsAt.getTime() ?? Number.POSITIVE_INFINITY
  return [...found.values()].sort((a, b) => sooner(when(a), when(b)) || b.linkIds.length - a.linkIds.length)
}

function talkOf(
  { id, dependentId, dependsOnId }: RadarLink,
  things: RadarThings,
  next: ReadonlyMap<string, MeetingAhead>,
): Talk | null {
  const [one, other] = [things.get(dependentId), things.get(dependsOnId)]
  const [waiting, late] = [answersFor(one), answersFor(other)]
  if (!waiting || !late || keyOf(waiting) === keyOf(late)) return null
  const meetings = [one, other].flatMap((thing) => next.get(thing?.bodyId ?? '') ?? [])
  const [meeting = null] = meetings.sort((a, b) => sooner(a.startsAt.getTime(), b.startsAt.getTime()))
  return { waiting, late, meeting, linkIds: [id] }
}

/** Who speaks for a thing: its owner, or else its body. */
function answersFor(thing: RadarThing | undefined): Owner | null {
  if (!thing) return null
  return thing.owner ?? (thing.bodyId === null ? null : { kind: 'body', bodyId: thing.bodyId })
}

const keyOf = (owner: Owner): string =>
  owner.kind === 'person' ? owner.personId : `${owner.bodyId} ${owner.kind === 'office' ? owner.office : ''}`

function nextByBody(meetings: readonly MeetingAhead[]): ReadonlyMap<string, MeetingAhead> {
  const next = new Map<string, MeetingAhead>()
  for (const meeting of meetings) {
    const known = next.get(meeting.bodyId)
    if (!known || meeting.startsAt < known.startsAt) next.set(meeting.bodyId, meeting)
  }
  return next
}

const sooner = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)
