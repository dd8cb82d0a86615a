import { fitting, isDay, Refusal, type Viewer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import { newRecordId } from '../../platform/record-id.js'

/** A letter that nobody has written anything in yet. */
export const blankLetter = (viewer: Viewer, id: string, tx: Transaction) => ({
  id: newRecordId(id),
  ccBodyIds: [],
  date: null,
  ref: null,
  asks: [],
  sentAt: null,
  shares: [],
  writtenBy: viewer.personId,
  writtenAt: tx.at,
  audience: 'member' as const,
  version: 1,
})

/** Questions or answers, one after the other; empty ones are left out. */
export const givenPoints = (given: readonly string[] | null | undefined): string[] =>
  (given ?? []).map((one) => fitting('reply', one)).filter((one) => one !== '')

export function givenDay(day: string | null | undefined): string | null {
  if (day && !isDay(day)) throw new Refusal('impossible-date')
  return day || null
}
