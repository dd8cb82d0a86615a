import { type Handed, isDay, legacyOwnerOn, type Owner, type OwnerNeed, Refusal, whyNeedsOwner } from '@camau/domain'
import type { Directory, Names } from '../../platform/directory.js'
import { type OwnerType, ownerType } from '../../platform/graphql/owner.js'
import type { LegacyStore } from './legacy.store.js'

export interface HandedFieldsNeeds {
  legacy: LegacyStore
  directory: Directory
  now: () => Date
  /** Counts who answers for owners now; of a person, the offices they hold. */
  answering: () => Promise<(owner: Owner) => number>
}

export const ownerNeedSays =
  'Why somebody has to be found who answers for it; null while somebody does, or where the work was merged, replaced or stopped.'
export const ownerAsAtSays = 'Who answered for it at the end of a day in London (`YYYY-MM-DD`).'

export async function ownerNeed(
  { directory, answering }: HandedFieldsNeeds,
  record: Handed,
): Promise<OwnerNeed | null> {
  return needOf(record, await directory.now(), await answering())
}

export function needOf(record: Handed, names: Names, answering: (owner: Owner) => number): OwnerNeed | null {
  return whyNeedsOwner(record, (owner) => ({
    bodyStatus: owner.kind === 'person' ? null : (names.bodies.get(owner.bodyId)?.status ?? 'closed'),
    answering: answering(owner),
  }))
}

export async function ownerAsAt(
  { directory }: HandedFieldsNeeds,
  record: Handed,
  day: string,
): Promise<OwnerType | null> {
  if (!isDay(day)) throw new Refusal('impossible-date')
  const owner = legacyOwnerOn(record, day)
  return owner && ownerType(owner, await directory.now())
}
