import type { BodyPlace } from './body.js'
import { isFrozen, type Meeting } from './meeting.js'
import type { Viewer } from './offices.js'
import { levelOf, levels, may } from './permissions.js'
import type { Audience } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** Advice is a decision that goes to a minister's office and waits for its reply (requirements, row 22). */
export const decisionKinds = ['decision', 'advice'] as const
export type DecisionKind = (typeof decisionKinds)[number]

export const decisionOutcomes = ['agreed', 'not-agreed', 'deferred'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

export interface VoteCounts {
  for: number
  against: number
  abstained: number
}

/** Somebody did not agree. Without a person: recorded anonymously, where the body's rules ask for that. */
export interface Dissent {
  personId: string | null
  text: string
}

export interface AdviceReply {
  text: string
  at: Date
  personId: string
}

/** What may be put right while the minutes are open. */
export interface DecisionWords {
  text: string
  /** null: not stated, as in decisions taken from documents. */
  outcome: DecisionOutcome | null
  proposedBy: string | null
  secondedBy: string | null
  /** null: without a vote. */
  votes: VoteCounts | null
  dissent: Dissent[]
}

/** What a decision said before a correction, and who corrected it when. */
export interface EarlierDecision extends DecisionWords {
  at: Date
  personId: string
}

/** What a meeting or a written procedure resolved. It has a date, and no owner. */
export interface Decision extends DecisionWords {
  id: string
  number: number
  kind: DecisionKind
  meetingId: string | null
  procedureId: string | null
  bodyId: string
  date: string
  /** null: taken from a document of the programme. */
  recordedBy: string | null
  /** null: from before the product kept it, or from a document. */
  recordedAt: Date | null
  actionIds: string[]
  earlier: EarlierDecision[]
  /** The entry that this one corrects, and the one that corrects this. */
  replaces: string | null
  replacedBy: string | null
  /** Of advice: the office it is given to, and what that office replied. */
  recipientBodyId: string | null
  reply: AdviceReply | null
  audience: Audience
}

/** What a decision has unless somebody says otherwise; also for those recorded before these fields existed. */
export const plainDecision = {
  kind: 'decision',
  procedureId: null,
  outcome: null,
  proposedBy: null,
  secondedBy: null,
  votes: null,
  recordedAt: null,
  replaces: null,
  replacedBy: null,
  recipientBodyId: null,
  reply: null,
} as const

/** A decision beside its body and, where it was taken in one, the meeting whose minutes hold it. */
export interface HeldDecision<T extends Decision = Decision> {
  record: T
  body: BodyPlace
  meeting: Pick<Meeting, 'status'> | null
}

/** *Open* while the minutes that hold it can still be corrected, *settled* afterwards, *replaced* once a later entry corrects it. */
export const decisionStates = ['open', 'settled', 'replaced'] as const
export type DecisionState = (typeof decisionStates)[number]

export function decisionState({ record, meeting }: Pick<HeldDecision, 'record' | 'meeting'>): DecisionState {
  if (record.replacedBy) return 'replaced'
  return meeting && !isFrozen(meeting) ? 'open' : 'settled'
}

/** Which step may be taken in which state; the no of every other cell. One table; a test walks every cell. */
export const decisionSteps = {
  correct: { open: null, settled: 'decision-settled', replaced: 'already-replaced' },
  replace: { open: 'decision-open', settled: null, replaced: 'already-replaced' },
  reply: { open: null, settled: null, replaced: 'already-replaced' },
} as const satisfies Record<string, Record<DecisionState, RefusalCode | null>>
export type DecisionStep = keyof typeof decisionSteps

const onBody = (body: BodyPlace) => ({ space: 'body', body }) as const

/** Correcting and replacing are for those who may write there; a reply is the recipient office's own. */
export function whyNotDecisionStep(viewer: Viewer, held: HeldDecision, step: DecisionStep): RefusalCode | null {
  const { record, body } = held
  const allowed = step === 'reply' ? mayReply(viewer, record) : may(viewer, 'write', onBody(body))
  if (!allowed) return 'not-permitted'
  if (step === 'reply' && record.kind !== 'advice') return 'not-advice'
  if (step === 'reply' && record.reply) return 'already-answered'
  return decisionSteps[step][decisionState(held)]
}

/** The matrix gives a minister's office its own replies; who prepares correspondence may enter one that came by letter. */
function mayReply(viewer: Viewer, { recipientBodyId }: Decision): boolean {
  const place = { space: 'correspondence' } as const
  const own = viewer.offices.filter(({ bodyId }) => bodyId === recipientBodyId)
  return (
    own.some((held) => levels.indexOf(levelOf(held, place)) >= levels.indexOf('edit')) || may(viewer, 'prepare', place)
  )
}

/** Puts an open decision right; what it said before stays in its history. */
export function correctDecision<T extends Decision>(
  viewer: Viewer,
  held: HeldDecision<T>,
  words: DecisionWords,
  at: Date,
): T {
  refuse(whyNotDecisionStep(viewer, held, 'correct') ?? whyNotWords(words))
  const { text, outcome, proposedBy, secondedBy, votes, dissent } = held.record
  const before = { text, outcome, proposedBy, secondedBy, votes, dissent, at, personId: viewer.personId }
  return { ...held.record, ...words, earlier: [...held.record.earlier, before] }
}

/** The office answers advice, once. */
export function replyToAdvice<T extends Decision>(viewer: Viewer, held: HeldDecision<T>, text: string, at: Date): T {
  refuse(whyNotDecisionStep(viewer, held, 'reply'))
  if (!text.trim()) throw new Refusal('text-needed')
  return { ...held.record, reply: { text, at, personId: viewer.personId } }
}

/** Whether what is to be recorded makes sense: nobody seconds their own motion, and votes are whole numbers. */
export function whyNotWords({ text, proposedBy, secondedBy, votes }: DecisionWords): RefusalCode | null {
  if (!text.trim()) return 'text-needed'
  if (secondedBy && secondedBy === proposedBy) return 'malformed'
  return votes && !Object.values(votes).every((count) => Number.isInteger(count) && count >= 0) ? 'malformed' : null
}

/** Advice that still waits for the office it was given to. */
export function awaitsReply({ kind, reply, replacedBy }: Pick<Decision, 'kind' | 'reply' | 'replacedBy'>): boolean {
  return kind === 'advice' && !reply && !replacedBy
}

/** Whether a date lies in a span of days; one that the source gives as a month or year counts where any of its days does. */
export function decidedWithin(date: string, from: string | null, until: string | null): boolean {
  if (!date) return !from && !until
  return (!from || date >= from.slice(0, date.length)) && (!until || date <= until)
}

function refuse(code: RefusalCode | null): void {
  if (code) throw new Refusal(code)
}
