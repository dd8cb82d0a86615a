import type { BodyStatus } from './body.js'
import { goesOn } from './legacy-course.js'
import { type Handed, legacyOwner } from './legacy-item.js'
import type { Owner } from './owner.js'

/** Why somebody has to be found who answers for inherited work. */
export const ownerNeeds = ['never-owned', 'released', 'body-closed', 'office-vacant', 'person-left'] as const
export type OwnerNeed = (typeof ownerNeeds)[number]

/** What is known of an owner now. */
export interface OwnerFacts {
  /** Null where the owner is a person. */
  bodyStatus: BodyStatus | null
  /** People who answer for it now: holders of the office, or the person where they hold any office. */
  answering: number
}

/**
 * Nothing is silently ownerless: an owner counts only while somebody can answer. A body that is at work can, even where nobody of it is
 * known here; an office without a holder cannot, nor a person who has left.
 */
export function whyNeedsOwner(record: Handed, facts: (owner: Owner) => OwnerFacts): OwnerNeed | null {
  if (!goesOn(record)) return null
  const owner = legacyOwner(record)
  if (!owner) return record.ledger.some(({ state }) => state === 'accepted') ? 'released' : 'never-owned'
  const { bodyStatus, answering } = facts(owner)
  if (owner.kind === 'person') return answering > 0 ? null : 'person-left'
  if (bodyStatus !== 'active') return 'body-closed'
  return owner.kind === 'office' && answering === 0 ? 'office-vacant' : null
}
