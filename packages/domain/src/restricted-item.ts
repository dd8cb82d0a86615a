import type { BodyPlace } from './body.js'
import { limits } from './limits.js'
import { type AgendaItem, agendaLength, type Meeting, whyClosed, whyNotEditMeeting } from './meeting.js'
import { agendaItem } from './meeting-series.js'
import type { Viewer } from './offices.js'
import { may, type Restriction } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** That something restricted is on an agenda: where, and for how long. Everybody who reads the meeting sees as much. */
export interface RestrictedSlot {
  id: string
  meetingId: string
  bodyId: string
  /** The item of the agenda it comes after; null: before all others. */
  afterId: string | null
  minutes: number
  /** Taken off the agenda again. */
  removed: boolean
}

/** What it is: a record of its own, so that agenda, minutes and search never hold a word of it. */
export interface RestrictedItem {
  /** The same as of its slot. */
  id: string
  meetingId: string
  bodyId: string
  title: string
  restrictedTo: Restriction
}

interface HeldMeeting {
  record: Meeting
  body: BodyPlace
}

/** Those who prepare the meeting put it on and take it off, until the minutes are agreed. */
export function whyNotSetRestrictedItem(viewer: Viewer, held: HeldMeeting): RefusalCode | null {
  return whyNotEditMeeting(viewer, held)
}

/** Its notes are written by those it names who may write on the body, until the minutes are agreed. */
export function whyNotWriteRestrictedItem(viewer: Viewer, { record, body }: HeldMeeting): RefusalCode | null {
  const closed = whyClosed(record)
  if (closed) return closed
  return may(viewer, 'write', { space: 'body', body }) ? null : 'not-permitted'
}

/** An item of the open agenda, taken off to become a restricted one, with what it came after. */
export function takeFromAgenda(
  { agenda }: Pick<Meeting, 'agenda'>,
  itemId: string,
): { item: AgendaItem; afterId: string | null; agenda: AgendaItem[] } {
  const at = agenda.findIndex(({ id }) => id === itemId)
  const item = agenda[at]
  if (!item) throw new Refusal('not-found')
  return { item, afterId: agenda[at - 1]?.id ?? null, agenda: agenda.filter((one) => one !== item) }
}

/** A restricted item that is open again: title, place and length stand in the agenda. Its notes stay with those it named. */
export function putOnAgenda(
  { agenda }: Pick<Meeting, 'agenda'>,
  { id, afterId, minutes }: RestrictedSlot,
  title: string,
): AgendaItem[] {
  const item = agendaItem(id, { title, minutes, section: null, presenter: null })
  const at = agenda.findIndex((one) => one.id === afterId) + 1
  const open = [...agenda.slice(0, at), item, ...agenda.slice(at)]
  if (open.length > limits.agendaItems) throw new Refusal('too-long', { field: 'agenda', limit: limits.agendaItems })
  if (agendaLength(open) > limits.agendaMinutes)
    throw new Refusal('too-long', { field: 'agendaMinutes', limit: limits.agendaMinutes })
  return open
}
