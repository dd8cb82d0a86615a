import { type Body, type BodyPlace, meetingKinds, whyNotAnswerable } from './body.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { Audience, FieldVersions } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

export const meetingStatuses = ['planned', 'in-session', 'minutes-draft', 'circulated', 'agreed', 'published'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

export const attendanceStates = ['present', 'online', 'apologies', 'absent'] as const
export type AttendanceState = (typeof attendanceStates)[number]

export interface AgendaItem {
  id: string
  title: string
  /** Planned length in minutes. */
  minutes: number
}

export interface Attendance {
  personId: string
  state: AttendanceState
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
  startedAt: Date | null
  endedAt: Date | null
  circulatedBy: string | null
  circulatedAt: Date | null
  agreedBy: string | null
  agreedAt: Date | null
  versions: FieldVersions<'status' | 'agenda'>
}

/** What a meeting resolved. It has a date, and no owner. */
export interface Decision {
  id: string
  number: number
  meetingId: string | null
  bodyId: string
  text: string
  date: string
  proposedBy: string | null
  /** null: taken from a document of the programme. */
  recordedBy: string | null
  actionIds: string[]
  audience: Audience
}

interface HeldMeeting {
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
} as const satisfies Record<string, { from: readonly MeetingStatus[]; to: MeetingStatus }>
export type MeetingStep = keyof typeof meetingSteps

const notNow: Record<MeetingStep, RefusalCode> = {
  start: 'not-startable-now',
  end: 'not-endable-now',
  circulate: 'not-circulable-now',
  agree: 'not-agreeable-now',
  publish: 'not-agreeable-now',
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
  if (!mayStep(viewer, body, step)) return 'not-permitted'
  if (!(meetingSteps[step].from as readonly MeetingStatus[]).includes(record.status)) return notNow[step]
  return step === 'agree' && record.circulatedBy === viewer.personId ? 'circulated-it-yourself' : null
}

function mayStep(viewer: Viewer, body: BodyPlace, step: MeetingStep): boolean {
  if (step === 'agree') return may(viewer, 'rule', onBody(body))
  if (step === 'publish') return may(viewer, 'write', { space: 'publish' })
  return may(viewer, 'prepare', onBody(body))
}

export function takeStep(viewer: Viewer, held: HeldMeeting, step: MeetingStep, at: Date): Meeting {
  const refusal = whyNotStep(viewer, held, step)
  if (refusal) throw new Refusal(refusal)
  const meeting = { ...held.record, status: meetingSteps[step].to }
  if (step === 'start') return { ...meeting, startedAt: at }
  if (step === 'end') return { ...meeting, endedAt: at }
  if (step === 'circulate') return { ...meeting, circulatedBy: viewer.personId, circulatedAt: at }
  if (step === 'agree') return { ...meeting, agreedBy: viewer.personId, agreedAt: at }
  return { ...meeting, audience: 'public' }
}

/** A planned meeting. Members see it; nothing is shared or public before somebody says so. */
export function planMeeting(
  viewer: Viewer,
  body: BodyPlace & Pick<Body, 'status'>,
  given: Pick<Meeting, 'id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'agenda'>,
): Meeting {
  const refusal = whyNotPrepare(viewer, body) ?? whyNotMeet(body)
  if (refusal) throw new Refusal(refusal)
  if (given.endsAt <= given.startsAt) throw new Refusal('ends-before-start')
  const nobodyYet = {
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
    attendance: [],
    versions: {},
  }
}

function whyNotMeet(body: BodyPlace & Pick<Body, 'status'>): RefusalCode | null {
  return meetingKinds.includes(body.kind) ? whyNotAnswerable(body) : 'not-permitted'
}

/** Agenda and attendance are frozen with the minutes. */
export function whyNotEditMeeting(viewer: Viewer, { record, body }: HeldMeeting): RefusalCode | null {
  return whyNotPrepare(viewer, body) ?? (isFrozen(record) ? 'minutes-agreed' : null)
}

/** Decisions are recorded by those who may write, until the minutes are agreed; a correction afterwards is an amendment. */
export function whyNotRecordDecision(viewer: Viewer, { record, body }: HeldMeeting): RefusalCode | null {
  if (!may(viewer, 'write', onBody(body))) return 'not-permitted'
  return isFrozen(record) ? 'minutes-agreed' : null
}

/** Minutes are written by all who may write; once circulated only those who prepare them correct them; once agreed nobody. */
export function whyNotWriteMinutes(viewer: Viewer, { record, body }: HeldMeeting): RefusalCode | null {
  if (!may(viewer, 'write', onBody(body))) return 'not-permitted'
  if (isFrozen(record)) return 'minutes-agreed'
  return record.status === 'circulated' && !may(viewer, 'prepare', onBody(body)) ? 'read-only' : null
}

export function isFrozen(meeting: Pick<Meeting, 'status'>): boolean {
  return meeting.status === 'agreed' || meeting.status === 'published'
}

/** Minutes planned for the whole agenda. */
export function agendaLength(agenda: readonly AgendaItem[]): number {
  return agenda.reduce((sum, item) => sum + item.minutes, 0)
}
