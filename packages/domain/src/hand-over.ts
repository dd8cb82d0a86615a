import { type BodyStatus, whyNotAnswerable } from './body.js'
import { type Handed, type HeldLegacy, type LedgerEntry, whyNotProposeOwner } from './legacy-item.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { Audience } from './record.js'
import type { RefusalCode } from './refusal.js'

/** One item of a pack, and the line of its owner ledger by which it was offered. The answer stands in the ledger, once. */
export interface PackLine {
  recordId: string
  proposalId: string
}

/** Items, commitments and documents offered to a successor body, which answers item by item (requirements, row 39). */
export interface HandOverPack {
  id: string
  title: string
  note: string | null
  /** The body that hands on; what is not accepted stays with it. */
  fromBodyId: string
  toBodyId: string
  lines: PackLine[]
  publicationIds: string[]
  offeredBy: string
  offeredAt: Date
  withdrawn: { at: Date; personId: string; reason: string } | null
  audience: Audience
  version: number
}

export const packAnswers = ['waiting', 'queried', 'accepted', 'declined', 'withdrawn'] as const
export type PackAnswer = (typeof packAnswers)[number]

const final: readonly LedgerEntry['state'][] = ['accepted', 'declined', 'withdrawn']

/** What became of one proposal: the first answer after it; until then whether a question is open. */
export function answerTo(
  { ledger }: Pick<Handed, 'ledger'>,
  proposalId: string,
): { state: PackAnswer; line: LedgerEntry | null } {
  const start = ledger.findIndex(({ id }) => id === proposalId)
  const after = start < 0 ? [] : ledger.slice(start + 1)
  const next = after.findIndex(({ state }) => state === 'proposed')
  const own = next < 0 ? after : after.slice(0, next)
  const answered = own.find(({ state }) => final.includes(state))
  if (answered) return { state: answered.state as PackAnswer, line: answered }
  const last = own.at(-1) ?? null
  return { state: last?.state === 'queried' ? 'queried' : 'waiting', line: last }
}

/** A pack is offered by those who may propose each of its items, to a body that is at work and not the same. */
export function whyNotOfferPack(
  viewer: Viewer,
  helds: readonly HeldLegacy[],
  from: { id: string },
  to: { id: string; status: BodyStatus },
): RefusalCode | null {
  if (helds.length === 0) return 'nothing-to-hand-over'
  if (from.id === to.id) return 'already-so'
  const refused = helds.map((held) => whyNotProposeOwner(viewer, held)).find((code) => code !== null)
  return refused ?? whyNotAnswerable(to)
}

/** What nobody has answered yet is taken back by those who hand on. */
export function whyNotWithdrawPack(viewer: Viewer, pack: Pick<HandOverPack, 'withdrawn'>): RefusalCode | null {
  if (!may(viewer, 'write', { space: 'legacy', workstreamBodyId: null })) return 'not-permitted'
  return pack.withdrawn ? 'already-ended' : null
}
