import { dayInLondon } from './due.js'
import { type LegacyCourse, whyNotOwnable } from './legacy-course.js'
import type { Viewer } from './offices.js'
import { type Owner, owns, sameOwner } from './owner.js'
import { may } from './permissions.js'
import type { LocalText } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { refuse } from './refusing.js'

/** What a line of the owner ledger says. A query and its explanation leave the proposal waiting. */
export const ledgerStates = [
  'proposed',
  'queried',
  'explained',
  'accepted',
  'declined',
  'withdrawn',
  'released',
] as const
export type LedgerState = (typeof ledgerStates)[number]

/** One line of the owner ledger. Lines are added, never changed: nothing is ever silently without an owner. */
export interface LedgerEntry {
  id: string
  state: LedgerState
  owner: Owner
  at: Date
  personId: string
  reason: string | null
}

/** Work that the programme hands on: a numbered item, or a single commitment. Both have an owner ledger. */
export interface Handed {
  id: string
  ledger: LedgerEntry[]
  /** What was decided of it since, oldest first; left out where nobody decided anything. */
  courses?: LegacyCourse[]
}

export interface LegacyItem extends Handed {
  number: number
  title: LocalText
  titleInConclusion: LocalText | null
  workstreamId: string | null
  problem: string
}

/** An item or commitment beside the body of the workstream it came from, on which "own items" rest. */
export interface HeldLegacy {
  record: Handed
  workstreamBodyId: string | null
}

const place = ({ workstreamBodyId }: HeldLegacy) => ({ space: 'legacy', workstreamBodyId }) as const
const stillAsks: readonly LedgerState[] = ['proposed', 'queried', 'explained']

/** The proposal nobody has answered yet; a question about it is no answer. */
export function waitingProposal({ ledger }: Handed): LedgerEntry | null {
  const last = ledger.at(-1)
  if (!last || !stillAsks.includes(last.state)) return null
  return ledger.findLast(({ state }) => state === 'proposed') ?? null
}

/** What whoever is asked wants to know before they answer; null once it is explained. */
export function openQuery({ ledger }: Handed): LedgerEntry | null {
  const last = ledger.at(-1)
  return last?.state === 'queried' ? last : null
}

/** The ledger as it stood at the end of a day in London. */
export function ledgerOn<T extends Pick<LedgerEntry, 'at'>>(ledger: readonly T[], day: string): T[] {
  return ledger.filter(({ at }) => dayInLondon(at) <= day)
}

/** Who answered for it at the end of a day in London. */
export function legacyOwnerOn({ id, ledger }: Handed, day: string): Owner | null {
  return legacyOwner({ id, ledger: ledgerOn(ledger, day) })
}

/** Who answers for it at a moment: the last to accept, unless released since. */
export function legacyOwner({ ledger }: Handed, at?: Date): Owner | null {
  const last = ledger
    .filter((line) => (!at || line.at <= at) && (line.state === 'accepted' || line.state === 'released'))
    .at(-1)
  return last?.state === 'accepted' ? last.owner : null
}

/** Set by chairs: of the advisory group for every item, of a workstream for its own; the secretariat prepares (matrix, "Legacy owners"). */
export function whyNotProposeOwner(viewer: Viewer, held: HeldLegacy): RefusalCode | null {
  if (!may(viewer, 'write', place(held))) return 'not-permitted'
  return waitingProposal(held.record) ? 'proposal-waiting' : whyNotOwnable(held.record)
}

export function proposeOwner<T extends Handed>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  owner: Owner,
  id: string,
  at: Date,
): T {
  refuse(whyNotProposeOwner(viewer, held))
  if (sameOwner(legacyOwner(held.record), owner)) throw new Refusal('already-so')
  return written(held.record, { id, state: 'proposed', owner, at, personId: viewer.personId, reason: null })
}

/** Only the one who was asked can answer. */
export function whyNotAnswerProposal(viewer: Viewer, { record }: HeldLegacy): RefusalCode | null {
  const waiting = waitingProposal(record)
  if (!waiting) return 'no-proposal-waiting'
  return owns(viewer, waiting.owner) ? null : 'not-permitted'
}

export function acceptOwnership<T extends Handed>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  id: string,
  at: Date,
): T {
  return answer(viewer, held, { id, state: 'accepted', at, reason: null })
}

export function declineOwnership<T extends Handed>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  reason: string,
  id: string,
  at: Date,
): T {
  const refusal = whyNotAnswerProposal(viewer, held)
  if (!refusal && !reason.trim()) throw new Refusal('reason-needed')
  return answer(viewer, held, { id, state: 'declined', at, reason })
}

function answer<T extends Handed>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  line: Pick<LedgerEntry, 'id' | 'state' | 'at' | 'reason'>,
): T {
  refuse(whyNotAnswerProposal(viewer, held))
  const waiting = waitingProposal(held.record)
  if (!waiting) throw new Refusal('no-proposal-waiting')
  return written(held.record, { ...line, owner: waiting.owner, personId: viewer.personId })
}

/** Whoever was asked wants to know something first. The one who handed it on stays accountable meanwhile. */
export function queryProposal<T extends Handed>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  question: string,
  id: string,
  at: Date,
): T {
  const refusal = whyNotAnswerProposal(viewer, held)
  if (!refusal && !question.trim()) throw new Refusal('reason-needed')
  return answer(viewer, held, { id, state: 'queried', at, reason: question })
}

/** A question is answered by those who may propose. */
export function whyNotExplainProposal(viewer: Viewer, held: HeldLegacy): RefusalCode | null {
  if (!may(viewer, 'write', place(held))) return 'not-permitted'
  return openQuery(held.record) ? null : 'nothing-queried'
}

export function explainProposal<T extends Handed>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  words: string,
  id: string,
  at: Date,
): T {
  refuse(whyNotExplainProposal(viewer, held))
  const query = openQuery(held.record)
  if (!query) throw new Refusal('nothing-queried')
  if (!words.trim()) throw new Refusal('reason-needed')
  return written(held.record, {
    id,
    state: 'explained',
    owner: query.owner,
    at,
    personId: viewer.personId,
    reason: words,
  })
}

/** A proposal is taken back by those who may propose, while nobody has answered it. */
export function whyNotWithdrawProposal(viewer: Viewer, held: HeldLegacy): RefusalCode | null {
  if (!may(viewer, 'write', place(held))) return 'not-permitted'
  return waitingProposal(held.record) ? null : 'no-proposal-waiting'
}

export function withdrawProposal<T extends Handed>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  reason: string,
  id: string,
  at: Date,
): T {
  const withdrawn = takeBackProposal(viewer, held, id, at, reason)
  if (!reason.trim()) throw new Refusal('reason-needed')
  return withdrawn
}

/** Whoever proposed it thought better of it at once: the line says so by itself, without a reason. */
export function takeBackProposal<T extends Handed>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  id: string,
  at: Date,
  reason: string | null = null,
): T {
  refuse(whyNotWithdrawProposal(viewer, held))
  const waiting = waitingProposal(held.record)
  if (!waiting) throw new Refusal('no-proposal-waiting')
  return written(held.record, { id, state: 'withdrawn', owner: waiting.owner, at, personId: viewer.personId, reason })
}

/** The owner hands it back, or a chair of the advisory group takes it back; either way the ledger says why. */
export function whyNotRelease(viewer: Viewer, held: HeldLegacy): RefusalCode | null {
  const owner = legacyOwner(held.record)
  if (!owns(viewer, owner) && !may(viewer, 'rule', place(held))) return 'not-permitted'
  return owner ? null : 'nothing-to-release'
}

export function releaseOwnership<T extends Handed>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  reason: string,
  id: string,
  at: Date,
): T {
  refuse(whyNotRelease(viewer, held))
  const owner = legacyOwner(held.record)
  if (!owner) throw new Refusal('nothing-to-release')
  if (!reason.trim()) throw new Refusal('reason-needed')
  return written(held.record, { id, state: 'released', owner, at, personId: viewer.personId, reason })
}

/** The narrative is words, written live by those who may write in the register. */
export function whyNotWriteNarrative(viewer: Viewer, held: HeldLegacy): RefusalCode | null {
  return may(viewer, 'write', place(held)) ? null : 'not-permitted'
}

function written<T extends Handed>(record: T, line: LedgerEntry): T {
  return { ...record, ledger: [...record.ledger, line] }
}
