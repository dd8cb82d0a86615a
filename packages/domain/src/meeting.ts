import { type Body, type BodyPlace, meetingKinds, whyNotAnswerable } from './body.js'
import { fitting } from './limits.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { Audience, FieldVersions } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

export const meetingStatuses = [
  'planned',
  'in-session',
  'minutes-draft',
  'circulated',
  'agreed',
  'published',
  'cancelled',
] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

export const attendanceStates = ['present', 'online', 'apologies', 'absent'] as const
export type AttendanceState = (typeof attendanceStates)[number]

export const attendanceRoles = ['member', 'substitute', 'observer'] as const
export type AttendanceRole = (typeof attendanceRoles)[number]

export interface Attendance {
  personId: string
  state: AttendanceState
  role: AttendanceRole
  /** Whose seat a substitute takes. */
  standsInFor: string | null
}

/** Where a matter stood before: an item of an earlier meeting, or the parking list of the body (`meetingId` null). */
export interface MatterRef {
  meetingId: string | null
  itemId: string
}

/** What an item says, wherever it stands: on an agenda, parked, or in a template. */
export interface ItemWords {
  title: string
  /** Planned length in minutes. */
  minutes: number
  /** The heading it stands under; null: under none. */
  section: string | null
  presenter: string | null
}

export interface AgendaItem extends ItemWords {
  id: string
  /** Not finished: once the meeting has ended, the matter is at the next one of the body. */
  unfinished: boolean
  /** What it takes up again, by reference. */
  carriedFrom: MatterRef | null
}

/** When a meeting that was moved should have been, and why it was moved. */
export interface EarlierTime {
  startsAt: Date
  endsAt: Date
  reason: string
  at: Date
  personId: string
}

export interface Meeting {
  id: string
  bodyId: string
  title: string | null
  startsAt: Date
  endsAt: Date
  place: string | null
  status: MeetingStatus
  audience: Audience
  /** Not in the documents: made to show the product, and marked so wherever it is shown. */
  example: boolean
  agenda: AgendaItem[]
  attendance: Attendance[]
  /** The series it is an occurrence of; null: it stands alone. */
  seriesId: string | null
  /** The item that is on, for everybody; only while the meeting runs. */
  currentItemId: string | null
  currentSince: Date | null
  /** The oldest first. */
  earlierTimes: EarlierTime[]
  cancelled: { reason: string; at: Date; personId: string } | null
  startedAt: Date | null
  endedAt: Date | null
  circulatedBy: string | null
  circulatedAt: Date | null
  agreedBy: string | null
  agreedAt: Date | null
  versions: FieldVersions<'status' | 'agenda'>
}

export interface HeldMeeting {
  record: Meeting
  body: BodyPlace
}

/** Statuses from which each step may be taken, and where it leads. One table; a test walks every cell. */
export const meetingSteps = {
  start: { from: ['planned'], to: 'in-session' },
  end: { from: ['in-session'], to: 'minutes-draft' },
  circulate: { from: ['minutes-draft'], to: 'circulated' },
  agree: { from: ['circulated'], to: 'agreed' },
  publish: { from: ['agreed'], to: 'published' },
  cancel: { from: ['planned'], to: 'cancelled' },
  postpone: { from: ['planned'], to: 'planned' },
} as const satisfies Record<string, { from: readonly MeetingStatus[]; to: MeetingStatus }>
export type MeetingStep = keyof typeof meetingSteps
/** Steps that need no words of their own; cancelling and postponing take a reason. */
export type PlainStep = Exclude<MeetingStep, 'cancel' | 'postpone'>

const notNow: Record<MeetingStep, RefusalCode> = {
  start: 'not-startable-now',
  end: 'not-endable-now',
  circulate: 'not-circulable-now',
  agree: 'not-agreeable-now',
  publish: 'not-agreeable-now',
  cancel: 'not-cancellable-now',
  postpone: 'not-postponable-now',
}

const onBody = (body: BodyPlace) => ({ space: 'body', body }) as const

/** Planning meetings, agendas and attendance: the secretariat's work, or the chair's. */
export function whyNotPrepare(viewer: Viewer, body: BodyPlace): RefusalCode | null {
  return may(viewer, 'prepare', onBody(body)) ? null : 'not-permitted'
}

/**
 * Agreeing minutes is for a chair or vice-chair, never for the one who circulated them: nobody signs off their own record.
 * Publishing follows approval and takes the right to publish.
 */
export function whyNotStep(viewer: Viewer, { record, body }: HeldMeeting, step: MeetingStep): RefusalCode | null {
  if (!mayStep(viewer, body, step)) return whyNotTheirs(viewer, body, step)
  if (!(meetingSteps[step].from as readonly MeetingStatus[]).includes(record.status)) return notNow[step]
  return step === 'agree' && record.circulatedBy === viewer.personId ? 'circulated-it-yourself' : null
}

function mayStep(viewer: Viewer, body: BodyPlace, step: MeetingStep): boolean {
  if (step === 'agree') return may(viewer, 'rule', onBody(body))
  if (step === 'publish') return may(viewer, 'write', { space: 'publish' })
  return may(viewer, 'prepare', onBody(body))
}

/** The secretariat, which prepares everything, is told plainly that this is not its to do (requirements, row 11). */
function whyNotTheirs(viewer: Viewer, body: BodyPlace, step: MeetingStep): RefusalCode {
  return step === 'agree' && may(viewer, 'prepare', onBody(body)) ? 'reserved-to-chair' : 'not-permitted'
}

export function takeStep(viewer: Viewer, held: HeldMeeting, step: PlainStep, at: Date): Meeting {
  refuseStep(viewer, held, step)
  const meeting = { ...held.record, status: meetingSteps[step].to }
  if (step === 'start') return { ...meeting, startedAt: at }
  if (step === 'end') return { ...withItemsNotReached(meeting), endedAt: at }
  if (step === 'circulate') return { ...meeting, circulatedBy: viewer.personId, circulatedAt: at }
  if (step === 'agree') return { ...meeting, agreedBy: viewer.personId, agreedAt: at }
  return { ...meeting, audience: 'public' }
}

/** A cancelled meeting stays on record with its reason; its business goes to the next one. */
export function cancelMeeting(viewer: Viewer, held: HeldMeeting, reason: string, at: Date): Meeting {
  refuseStep(viewer, held, 'cancel')
  const cancelled = { reason: neededReason(reason), at, personId: viewer.personId }
  return { ...held.record, status: 'cancelled', cancelled }
}

/** Moved to another time, earlier or later; where it should have been stays on record. */
export function postponeMeeting(
  viewer: Viewer,
  held: HeldMeeting,
  { startsAt, endsAt, reason }: Pick<Meeting, 'startsAt' | 'endsAt'> & { reason: string },
  at: Date,
): Meeting {
  refuseStep(viewer, held, 'postpone')
  if (endsAt <= startsAt) throw new Refusal('ends-before-start')
  const { startsAt: from, endsAt: to, earlierTimes } = held.record
  if (from.getTime() === startsAt.getTime() && to.getTime() === endsAt.getTime()) throw new Refusal('already-so')
  const earlier = { startsAt: from, endsAt: to, reason: neededReason(reason), at, personId: viewer.personId }
  return { ...held.record, startsAt, endsAt, earlierTimes: [...earlierTimes, earlier] }
}

function refuseStep(viewer: Viewer, held: HeldMeeting, step: MeetingStep): void {
  const refusal = whyNotStep(viewer, held, step)
  if (refusal) throw new Refusal(refusal)
}

function neededReason(reason: string): string {
  const words = fitting('reason', reason)
  if (!words) throw new Refusal('reason-needed')
  return words
}

/** Where the meeting was led item by item, what comes after the last one was not reached. */
function withItemsNotReached(meeting: Meeting): Meeting {
  const last = meeting.agenda.findIndex(({ id }) => id === meeting.currentItemId)
  const agenda = meeting.agenda.map((item, at) => (last >= 0 && at > last ? { ...item, unfinished: true } : item))
  return { ...meeting, agenda, currentItemId: null, currentSince: null }
}

/** Which item is on: said by those who prepare the meeting, while it runs. */
export function whyNotSetCurrentItem(viewer: Viewer, { record, body }: HeldMeeting): RefusalCode | null {
  return whyNotPrepare(viewer, body) ?? (record.status === 'in-session' ? null : 'not-in-session')
}

export function setCurrentItem(viewer: Viewer, held: HeldMeeting, itemId: string | null, at: Date): Meeting {
  const refusal = whyNotSetCurrentItem(viewer, held)
  if (refusal) throw new Refusal(refusal)
  if (itemId && !held.record.agenda.some(({ id }) => id === itemId)) throw new Refusal('not-found')
  return { ...held.record, currentItemId: itemId, currentSince: itemId ? at : null }
}

/** The meeting with another agenda; an item that is gone is not on any more. */
export function withAgenda(meeting: Meeting, agenda: AgendaItem[]): Meeting {
  const stays = agenda.some(({ id }) => id === meeting.currentItemId)
  return stays ? { ...meeting, agenda } : { ...meeting, agenda, currentItemId: null, currentSince: null }
}

/** A planned meeting. Members see it; nothing is shared or public before somebody says so. */
export function planMeeting(
  viewer: Viewer,
  body: BodyPlace & Pick<Body, 'status'>,
  given: Pick<Meeting, 'id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'agenda'>,
  seriesId: string | null = null,
): Meeting {
  const refusal = whyNotMeet(body) ?? whyNotPrepare(viewer, body)
  if (refusal) throw new Refusal(refusal)
  if (given.endsAt <= given.startsAt) throw new Refusal('ends-before-start')
  const nobodyYet = {
    attendance: [],
    seriesId,
    currentItemId: null,
    currentSince: null,
    earlierTimes: [],
    cancelled: null,
    startedAt: null,
    endedAt: null,
    circulatedBy: null,
    circulatedAt: null,
    agreedBy: null,
    agreedAt: null,
  }
  return {
    ...given,
    ...nobodyYet,
    bodyId: body.id,
    status: 'planned',
    audience: 'member',
    example: false,
    versions: {},
  }
}

function whyNotMeet(body: BodyPlace & Pick<Body, 'status'>): RefusalCode | null {
  return meetingKinds.includes(body.kind) ? whyNotAnswerable(body) : 'not-permitted'
}

/** Agenda and attendance are frozen with the minutes, and stand still in a meeting that never was. */
export function whyNotEditMeeting(viewer: Viewer, { record, body }: HeldMeeting): RefusalCode | null {
  return whyNotPrepare(viewer, body) ?? whyClosed(record)
}

/** Why nothing is added to the record of this meeting any more. */
export function whyClosed(meeting: Pick<Meeting, 'status'>): RefusalCode | null {
  if (meeting.status === 'cancelled') return 'meeting-cancelled'
  return isFrozen(meeting) ? 'minutes-agreed' : null
}

/** Decisions are recorded by those who may write, until the minutes are agreed; a correction afterwards is an amendment. */
export function whyNotRecordDecision(viewer: Viewer, { record, body }: HeldMeeting): RefusalCode | null {
  if (!may(viewer, 'write', onBody(body))) return 'not-permitted'
  return whyClosed(record)
}

/** Minutes are written by all who may write; once circulated only those who prepare them correct them; once agreed nobody. */
export function whyNotWriteMinutes(viewer: Viewer, { record, body }: HeldMeeting): RefusalCode | null {
  if (!may(viewer, 'write', onBody(body))) return 'not-permitted'
  const closed = whyClosed(record)
  if (closed) return closed
  return record.status === 'circulated' && !may(viewer, 'prepare', onBody(body)) ? 'read-only' : null
}

export function isFrozen(meeting: Pick<Meeting, 'status'>): boolean {
  return meeting.status === 'agreed' || meeting.status === 'published'
}

/** Whether it took place and is over: what counts for attendance, and from where business carries over. */
export function hasEnded({ status }: Pick<Meeting, 'status'>): boolean {
  return status !== 'planned' && status !== 'in-session' && status !== 'cancelled'
}

/** To come, or running. One that was planned and never began stops being so when its time is over. */
export function isUpcoming({ status, endsAt }: Pick<Meeting, 'status' | 'endsAt'>, now: Date): boolean {
  return status === 'in-session' || (status === 'planned' && endsAt > now)
}

/** Minutes planned for the whole agenda. */
export function agendaLength(agenda: readonly Pick<AgendaItem, 'minutes'>[]): number {
  return agenda.reduce((sum, item) => sum + item.minutes, 0)
}
