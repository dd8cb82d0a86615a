import { type Body, type BodyPlace, meetingKinds, whyNotAnswerable } from './body.js'
import type { DecisionOutcome, VoteCounts } from './decision.js'
import type { Meeting } from './meeting.js'
import { type HeldOffice, sitsOnOperationalGroup, type Viewer } from './offices.js'
import { may } from './permissions.js'
import type { Audience } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

export const voteChoices = ['for', 'against', 'abstain'] as const
export type VoteChoice = (typeof voteChoices)[number]

export interface CastVote {
  personId: string
  choice: VoteChoice
  at: Date
}

export const procedureStatuses = ['open', 'closed', 'withdrawn'] as const
export type ProcedureStatus = (typeof procedureStatuses)[number]

/** A decision asked for between meetings: a question, who may vote on it, until when, and how many must. */
export interface WrittenProcedure {
  id: string
  bodyId: string
  question: string
  status: ProcedureStatus
  openedBy: string
  openedAt: Date
  closesAt: Date
  /** The least number of votes for a valid result; abstentions count. */
  quorum: number
  /** Who held a voting office on the body when it was opened. */
  voters: string[]
  /** One a person: the last they cast. */
  votes: CastVote[]
  closedAt: Date | null
  /** null where the time closed it. */
  closedBy: string | null
  /** Why it was withdrawn. */
  reason: string | null
  decisionId: string | null
  audience: Audience
}

interface HeldProcedure<T extends WrittenProcedure = WrittenProcedure> {
  record: T
  body: BodyPlace
}

/** Where it stands at a moment: open for votes, waiting to be closed once the time is over or everybody has voted, or ended. */
export const procedureStates = ['voting', 'decided', 'closed', 'withdrawn'] as const
export type ProcedureState = (typeof procedureStates)[number]

/** Everybody has voted before the time: still *voting*, for votes may be changed until then, but it may be closed. */
export function procedureState({ status, closesAt }: WrittenProcedure, at: Date): ProcedureState {
  if (status !== 'open') return status
  return at < closesAt ? 'voting' : 'decided'
}

/** Which step may be taken in which state; the no of every other cell. One table; a test walks every cell. */
export const procedureSteps = {
  vote: { voting: null, decided: 'voting-over', closed: 'procedure-ended', withdrawn: 'procedure-ended' },
  close: { voting: 'voting-goes-on', decided: null, closed: 'procedure-ended', withdrawn: 'procedure-ended' },
  withdraw: { voting: null, decided: 'voting-over', closed: 'procedure-ended', withdrawn: 'procedure-ended' },
} as const satisfies Record<string, Record<ProcedureState, RefusalCode | null>>
export type ProcedureStep = keyof typeof procedureSteps

const onBody = (body: BodyPlace) => ({ space: 'body', body }) as const

/** Opened by those who prepare the body's meetings. */
export function whyNotOpenProcedure(viewer: Viewer, body: BodyPlace & Pick<Body, 'status'>): RefusalCode | null {
  if (!may(viewer, 'prepare', onBody(body)) || !meetingKinds.includes(body.kind)) return 'not-permitted'
  return whyNotAnswerable(body)
}

/** Chairs, vice-chairs and members of the body vote; at the Operational Group, whoever sits on it by their office. */
export function votesOn(held: Pick<HeldOffice, 'office' | 'bodyId' | 'bodyKind'>, body: BodyPlace): boolean {
  if (body.kind === 'operational-group') return held.bodyKind !== 'secretariat' && sitsOnOperationalGroup(held)
  return held.bodyId === body.id && ['chair', 'vice-chair', 'member'].includes(held.office)
}

/** Whoever was a voter when it was opened and still holds a voting office votes, and may change the vote until the time is over. */
export function whyNotProcedureStep(
  viewer: Viewer,
  { record, body }: HeldProcedure,
  step: ProcedureStep,
  at: Date,
): RefusalCode | null {
  if (step === 'vote') return whyNotVoter(viewer, record, body) ?? procedureSteps.vote[procedureState(record, at)]
  if (!may(viewer, 'prepare', onBody(body))) return 'not-permitted'
  const early = step === 'close' && record.status === 'open' && record.votes.length === record.voters.length
  return early ? null : procedureSteps[step][procedureState(record, at)]
}

function whyNotVoter(viewer: Viewer, { voters }: WrittenProcedure, body: BodyPlace): RefusalCode | null {
  const isVoter = voters.includes(viewer.personId) && viewer.offices.some((held) => votesOn(held, body))
  return isVoter ? null : 'not-a-voter'
}

export function openProcedure(
  viewer: Viewer,
  body: BodyPlace & Pick<Body, 'status'>,
  given: Pick<WrittenProcedure, 'id' | 'question' | 'closesAt' | 'voters'> & { quorum: number | null },
  at: Date,
): WrittenProcedure {
  refuse(whyNotOpenProcedure(viewer, body))
  if (!given.question.trim()) throw new Refusal('text-needed')
  if (given.closesAt <= at) throw new Refusal('ends-before-start')
  const quorum = given.quorum ?? usualQuorum(given.voters.length)
  if (!Number.isInteger(quorum) || quorum < 1 || quorum > given.voters.length) throw new Refusal('quorum-impossible')
  return {
    ...given,
    quorum,
    bodyId: body.id,
    status: 'open',
    openedBy: viewer.personId,
    openedAt: at,
    votes: [],
    closedAt: null,
    closedBy: null,
    reason: null,
    decisionId: null,
    audience: 'member',
  }
}

/** More than half of those who may vote. */
export const usualQuorum = (voters: number): number => Math.floor(voters / 2) + 1

export function castVote<T extends WrittenProcedure>(
  viewer: Viewer,
  held: HeldProcedure<T>,
  choice: VoteChoice,
  at: Date,
): T {
  refuse(whyNotProcedureStep(viewer, held, 'vote', at))
  const others = held.record.votes.filter(({ personId }) => personId !== viewer.personId)
  return { ...held.record, votes: [...others, { personId: viewer.personId, choice, at }] }
}

export function closeProcedure<T extends WrittenProcedure>(
  viewer: Viewer,
  held: HeldProcedure<T>,
  decisionId: string,
  at: Date,
): T {
  refuse(whyNotProcedureStep(viewer, held, 'close', at))
  return { ...held.record, status: 'closed', closedAt: at, closedBy: viewer.personId, decisionId }
}

/** The time is over: nobody's act, so nobody's right is asked. */
export function closeByClock<T extends WrittenProcedure>(record: T, decisionId: string, at: Date): T {
  refuse(procedureSteps.close[procedureState(record, at)])
  return { ...record, status: 'closed', closedAt: at, closedBy: null, decisionId }
}

export function withdrawProcedure<T extends WrittenProcedure>(
  viewer: Viewer,
  held: HeldProcedure<T>,
  reason: string,
  at: Date,
): T {
  refuse(whyNotProcedureStep(viewer, held, 'withdraw', at))
  if (!reason.trim()) throw new Refusal('reason-needed')
  return { ...held.record, status: 'withdrawn', closedAt: at, closedBy: viewer.personId, reason }
}

export function tallyOf({ votes }: Pick<WrittenProcedure, 'votes'>): VoteCounts {
  const count = (wanted: VoteChoice) => votes.filter(({ choice }) => choice === wanted).length
  return { for: count('for'), against: count('against'), abstained: count('abstain') }
}

/** More for than against, by enough voters; too few and the question goes to a meeting. */
export function outcomeOf(procedure: Pick<WrittenProcedure, 'votes' | 'quorum'>): DecisionOutcome {
  if (procedure.votes.length < procedure.quorum) return 'deferred'
  const tally = tallyOf(procedure)
  return tally.for > tally.against ? 'agreed' : 'not-agreed'
}

/** What was decided in writing is noted at the first meeting of the body that starts afterwards. */
export function notedAt<M extends Pick<Meeting, 'id' | 'bodyId' | 'startsAt' | 'status'>>(
  { bodyId, closedAt, status }: Pick<WrittenProcedure, 'bodyId' | 'closedAt' | 'status'>,
  meetings: readonly M[],
): M | null {
  if (status !== 'closed' || !closedAt) return null
  const after = meetings.filter(
    (meeting) => meeting.bodyId === bodyId && meeting.startsAt >= closedAt && meeting.status !== 'cancelled',
  )
  return after.reduce<M | null>((first, one) => (first && first.startsAt <= one.startsAt ? first : one), null)
}

function refuse(code: RefusalCode | null): void {
  if (code) throw new Refusal(code)
}
