import type { Viewer } from './offices.js'
import { type Owner, owns, sameOwner } from './owner.js'
import { may } from './permissions.js'
import type { LocalText } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** One line of the owner ledger. Lines are added, never changed: nothing is ever silently without an owner. */
export interface LedgerEntry {
  id: string
  state: 'proposed' | 'accepted' | 'declined' | 'withdrawn' | 'released'
  owner: Owner
  at: Date
  personId: string
  reason: string | null
}

/** Work that the programme hands on: a numbered item, or a single commitment. Both have an owner ledger. */
export interface Handed {
  id: string
  ledger: LedgerEntry[]
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

/** The proposal nobody has answered yet. */
export function waitingProposal({ ledger }: Handed): LedgerEntry | null {
  const last = ledger.at(-1)
  return last?.state === 'proposed' ? last : null
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
  return waitingProposal(held.record) ? 'proposal-waiting' : null
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

function refuse(code: RefusalCode | null): void {
  if (code) throw new Refusal(code)
}
