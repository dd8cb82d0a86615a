import type { BodyPlace } from './body.js'
import { type Meeting, whyClosed, whyNotEditMeeting } from './meeting.js'
import type { Viewer } from './offices.js'
import { may, type Restriction } from './permissions.js'
import type { RefusalCode } from './refusal.js'

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
