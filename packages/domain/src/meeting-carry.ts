import { limits } from './limits.js'
import {
  type AgendaItem,
  type HeldMeeting,
  hasEnded,
  type ItemWords,
  isUpcoming,
  type MatterRef,
  type Meeting,
  whyNotEditMeeting,
  withAgenda,
} from './meeting.js'
import type { Viewer } from './offices.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** An item put aside for a later meeting of the body. */
export interface ParkedItem extends ItemWords {
  id: string
  bodyId: string
  /** The unfinished item it was, if it was one. */
  carriedFrom: MatterRef | null
  parkedBy: string
  parkedAt: Date
  /** Taken off the list; it can be put back for a while. */
  removedAt: Date | null
}

/** Business of a body that waits for a meeting: an item an earlier one did not finish, or one that is parked. */
export interface Matter extends ItemWords {
  ref: MatterRef
}

type Held = Pick<Meeting, 'id' | 'status' | 'startsAt' | 'agenda'>

/**
 * What waits for a meeting of the body and stands on no agenda yet. Nothing is copied from meeting to meeting: an unfinished item
 * waits by rule, until an item of a meeting that takes place refers to it. A cancelled meeting gives back what it had taken up.
 */
export function openMatters(meetings: readonly Held[], parked: readonly ParkedItem[]): Matter[] {
  const taken = new Set<string>()
  for (const meeting of meetings)
    if (meeting.status !== 'cancelled') for (const item of meeting.agenda) note(item, taken)
  for (const item of parked) note(item, taken)
  return [...unfinished(meetings), ...waiting(parked)].filter(({ ref }) => !taken.has(keyOf(ref)))
}

const keyOf = ({ meetingId, itemId }: MatterRef) => `${meetingId ?? ''}/${itemId}`

function note({ carriedFrom }: Pick<AgendaItem, 'carriedFrom'>, taken: Set<string>): void {
  if (carriedFrom) taken.add(keyOf(carriedFrom))
}

const unfinished = (meetings: readonly Held[]): Matter[] =>
  [...meetings]
    .filter(hasEnded)
    .sort(byTime)
    .flatMap(({ id: meetingId, agenda }) =>
      agenda.filter((item) => item.unfinished).map((item) => ({ ...item, ref: { meetingId, itemId: item.id } })),
    )

const waiting = (parked: readonly ParkedItem[]): Matter[] =>
  parked
    .filter(({ removedAt }) => removedAt === null)
    .map((item) => ({ ...item, ref: { meetingId: null, itemId: item.id } }))

const byTime = (a: Pick<Meeting, 'startsAt' | 'id'>, b: Pick<Meeting, 'startsAt' | 'id'>) =>
  a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1)

/** The meeting at which a body's open business is: the one that runs, else the first to come. */
export function nextMeeting<M extends Pick<Meeting, 'id' | 'status' | 'startsAt' | 'endsAt'>>(
  meetings: readonly M[],
  now: Date,
): M | null {
  const coming = meetings.filter((one) => isUpcoming(one, now)).sort(byTime)
  return coming.find(({ status }) => status === 'in-session') ?? coming[0] ?? null
}

/** Takes a matter up on the agenda of a meeting, by reference, at its end. */
export function takeUp(
  viewer: Viewer,
  held: HeldMeeting,
  ref: MatterRef,
  open: readonly Matter[],
  id: string,
): Meeting {
  const refusal = whyNotEditMeeting(viewer, held)
  if (refusal) throw new Refusal(refusal)
  if (hasEnded(held.record)) throw new Refusal('meeting-over')
  const matter = open.find((one) => keyOf(one.ref) === keyOf(ref))
  if (!matter) throw new Refusal('already-taken-up')
  const { ref: carriedFrom, title, minutes, section, presenter } = matter
  const item = { id, title, minutes, section, presenter, unfinished: false, carriedFrom }
  return withAgenda(held.record, [...held.record.agenda, item])
}

/** Only what a meeting has begun with can stay unfinished. */
export function whyNotSetUnfinished(viewer: Viewer, held: HeldMeeting): RefusalCode | null {
  return whyNotEditMeeting(viewer, held) ?? (held.record.status === 'planned' ? 'not-in-session' : null)
}

export function setUnfinished(viewer: Viewer, held: HeldMeeting, itemId: string, to: boolean): Meeting {
  const refusal = whyNotSetUnfinished(viewer, held)
  if (refusal) throw new Refusal(refusal)
  itemOf(held.record, itemId)
  const agenda = held.record.agenda.map((item) => (item.id === itemId ? { ...item, unfinished: to } : item))
  return { ...held.record, agenda }
}

/**
 * Takes an item off the agenda and puts it on the parking list. What came from there goes back as the same entry;
 * what an earlier meeting left keeps its reference, so that it waits once and not twice.
 */
export function parkFromAgenda(
  viewer: Viewer,
  held: HeldMeeting,
  itemId: string,
  known: readonly ParkedItem[],
  { id, at }: { id: string; at: Date },
): { meeting: Meeting; parked: ParkedItem } {
  const refusal = whyNotEditMeeting(viewer, held)
  if (refusal) throw new Refusal(refusal)
  if (hasEnded(held.record)) throw new Refusal('meeting-over')
  const { title, minutes, section, presenter, carriedFrom } = itemOf(held.record, itemId)
  const before = carriedFrom?.meetingId === null && known.find((one) => one.id === carriedFrom.itemId)
  const parked = {
    ...(before || { id, bodyId: held.body.id, carriedFrom }),
    ...{ title, minutes, section, presenter, parkedBy: viewer.personId, parkedAt: at, removedAt: null },
  }
  const agenda = held.record.agenda.filter((item) => item.id !== itemId)
  return { meeting: withAgenda(held.record, agenda), parked }
}

/** Cleared by mistake can be put right for thirty days. */
export function whyNotRestore({ removedAt }: Pick<ParkedItem, 'removedAt'>, at: Date): RefusalCode | null {
  if (!removedAt) return 'already-so'
  return at.getTime() - removedAt.getTime() > limits.parkingUndo ? 'too-late-to-undo' : null
}

function itemOf(meeting: Meeting, itemId: string): AgendaItem {
  const item = meeting.agenda.find(({ id }) => id === itemId)
  if (!item) throw new Refusal('not-found')
  return item
}
