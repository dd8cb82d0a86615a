import { overdueSince } from './due.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { refuse } from './refusing.js'

export const responses = ['not-stated', 'accepted', 'rejected', 'in-principle'] as const
export type Response = (typeof responses)[number]
export const deliveryStates = ['not-stated', 'under-way', 'delivered'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** One dated statement on a recommendation. Statements are added, never changed. */
export interface RecommendationStatement {
  id: string
  day: string
  response: Response
  delivery: DeliveryState
  reason: string | null
  evidence: string | null
  /** "In principle" is settled by this day. */
  resolveBy: string | null
  at: Date
  personId: string
}

/** What a report recommended, and what has been said of it since (requirements, rows 23, 24 and 70). */
export interface TrackedRecommendation {
  id: string
  text: string
  publicationId: string | null
  actionIds: string[]
  statements: RecommendationStatement[]
}

/** Where it stands at the end of a day; nothing is assumed accepted. */
export function recommendationAsAt(
  { statements }: Pick<TrackedRecommendation, 'statements'>,
  day: string | null,
): Pick<RecommendationStatement, 'response' | 'delivery' | 'evidence' | 'reason' | 'resolveBy'> {
  const said = statements
    .filter((one) => !day || one.day <= day)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return (
    said.at(-1) ?? { response: 'not-stated', delivery: 'not-stated', evidence: null, reason: null, resolveBy: null }
  )
}

/** "In principle" that was not settled in time is overdue, from the first day late (U8). */
export function unresolvedSince(one: Pick<TrackedRecommendation, 'statements'>, today: string): string | null {
  const { response, resolveBy } = recommendationAsAt(one, null)
  return response === 'in-principle' && resolveBy
    ? overdueSince({ label: resolveBy, earliest: resolveBy, latest: resolveBy }, today)
    : null
}

/**
 * How far one report is folded into the work: in the plan once actions follow from it; outstanding while neither rejected nor
 * delivered; overdue while "in principle" is left beyond its day.
 */
export function coverage(all: readonly TrackedRecommendation[], today: string) {
  const now = all.map((one) => ({ one, ...recommendationAsAt(one, null) }))
  const count = (is: (state: (typeof now)[number]) => boolean) => now.filter(is).length
  return {
    total: all.length,
    accepted: count(({ response }) => response === 'accepted'),
    rejected: count(({ response }) => response === 'rejected'),
    notStated: count(({ response }) => response === 'not-stated'),
    integrated: count(({ one }) => one.actionIds.length > 0),
    overdue: count(({ one }) => unresolvedSince(one, today) !== null),
    outstanding: count(({ response, delivery }) => response !== 'rejected' && delivery !== 'delivered'),
  }
}

/** The register of recommendations is kept with the correspondence. */
export function whyNotStateRecommendation(viewer: Viewer): RefusalCode | null {
  return may(viewer, 'write', { space: 'correspondence' }) ? null : 'not-permitted'
}

/** Rejecting takes a reason, delivery its evidence, and "in principle" the day by which it is settled. */
export function stateRecommendation<T extends TrackedRecommendation>(
  viewer: Viewer,
  one: T,
  statement: RecommendationStatement,
): T {
  refuse(whyNotStateRecommendation(viewer))
  if (statement.response === 'rejected' && !statement.reason) throw new Refusal('reason-needed')
  if (statement.delivery === 'delivered' && !statement.evidence) throw new Refusal('evidence-needed')
  if (statement.response === 'in-principle' && !statement.resolveBy) throw new Refusal('resolve-by-needed')
  return { ...one, statements: [...one.statements, statement] }
}
