import type { BodyPlace } from './body.js'
import { isFrozen, type Meeting } from './meeting.js'
import type { Passage } from './minutes.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { Audience } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

export const amendmentStatuses = ['proposed', 'agreed', 'declined', 'withdrawn'] as const
export type AmendmentStatus = (typeof amendmentStatuses)[number]

/** A correction to agreed minutes: never an edit, but a numbered statement beside the text that stays as it was agreed. */
export interface Amendment {
  id: string
  /** Runs within the meeting's minutes. */
  number: number
  meetingId: string
  bodyId: string
  /** The passage by its number in the margin; null: the minutes as a whole. */
  place: string | null
  /** Words of the agreed text; empty where something is added. */
  before: string
  /** The words that should stand there; empty where something is struck out. */
  after: string
  reason: string
  status: AmendmentStatus
  proposedBy: string
  proposedAt: Date
  answeredBy: string | null
  answeredAt: Date | null
  /** Why it was declined. */
  answer: string | null
  /** The later meeting at which it was agreed. */
  agreedAtMeetingId: string | null
  audience: Audience
}

interface HeldAmendment<T extends Amendment = Amendment> {
  record: T
  body: BodyPlace
}

/** Statuses from which each step may be taken, and where it leads. One table; a test walks every cell. */
export const amendmentSteps = {
  agree: { from: ['proposed'], to: 'agreed' },
  decline: { from: ['proposed'], to: 'declined' },
  withdraw: { from: ['proposed'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly AmendmentStatus[]; to: AmendmentStatus }>
export type AmendmentStep = keyof typeof amendmentSteps

const onBody = (body: BodyPlace) => ({ space: 'body', body }) as const

/** Proposed by those who may write there, once the minutes are agreed; until then the text itself is put right. */
export function whyNotProposeAmendment(
  viewer: Viewer,
  { record, body }: { record: Pick<Meeting, 'status'>; body: BodyPlace },
): RefusalCode | null {
  if (!may(viewer, 'write', onBody(body))) return 'not-permitted'
  return isFrozen(record) ? null : 'minutes-not-agreed'
}

/** Whether the agreed text holds the words at the place; a place alone is enough where something is added. */
export function whyNotThere(
  passages: readonly Passage[],
  whole: string,
  { place, before }: Pick<Amendment, 'place' | 'before'>,
): RefusalCode | null {
  const passage = place === null ? whole : passages.find((one) => one.place === place)?.text
  return passage?.includes(before) ? null : 'not-in-the-text'
}

/** Agreed or declined by a chair or vice-chair who did not propose it; withdrawn by the one who did. */
export function whyNotAmendmentStep(
  viewer: Viewer,
  { record, body }: HeldAmendment,
  step: AmendmentStep,
): RefusalCode | null {
  const own = record.proposedBy === viewer.personId
  if (step === 'withdraw') return own ? whyNotNow(record, step) : 'not-permitted'
  if (!may(viewer, 'rule', onBody(body)))
    return may(viewer, 'prepare', onBody(body)) ? 'reserved-to-chair' : 'not-permitted'
  return whyNotNow(record, step) ?? (own ? 'proposed-it-yourself' : null)
}

function whyNotNow({ status }: Amendment, step: AmendmentStep): RefusalCode | null {
  return (amendmentSteps[step].from as readonly AmendmentStatus[]).includes(status) ? null : 'amendment-answered'
}

/** Minutes are amended at a meeting of the same body that came after and has begun. */
export function whyNotAmendAt(
  amended: Pick<Meeting, 'bodyId' | 'startsAt'>,
  at: Pick<Meeting, 'bodyId' | 'startsAt' | 'status'>,
): RefusalCode | null {
  const later = at.bodyId === amended.bodyId && at.startsAt > amended.startsAt
  return later && at.status !== 'planned' && at.status !== 'cancelled' ? null : 'not-a-later-meeting'
}

export function answerAmendment<T extends Amendment>(
  viewer: Viewer,
  held: HeldAmendment<T>,
  step: AmendmentStep,
  { at, meetingId = null, reason = null }: { at: Date; meetingId?: string | null; reason?: string | null },
): T {
  const refusal = whyNotAmendmentStep(viewer, held, step)
  if (refusal) throw new Refusal(refusal)
  if (step === 'decline' && !reason?.trim()) throw new Refusal('reason-needed')
  return {
    ...held.record,
    status: amendmentSteps[step].to,
    answeredBy: viewer.personId,
    answeredAt: at,
    answer: reason,
    agreedAtMeetingId: step === 'agree' ? meetingId : null,
  }
}
