import { type Due, lastDay } from './due.js'
import { sitsOnOperationalGroup, type Viewer } from './offices.js'
import { type Owner, owns } from './owner.js'
import { type Role, roleOf } from './permissions.js'
import { daysFrom } from './radar.js'
import type { RefusalCode } from './refusal.js'

/** Something that others may wait for, as the question for its date sees it. */
export interface Datable {
  due: Due | null
  done: boolean
  /** Who owns what waits for it and is not finished. */
  waiting: readonly (Owner | null)[]
  /** The day it was last asked about; null: never. */
  askedOn: string | null
}

/** Nobody is asked about the same thing again within so many days. */
export const daysBetweenAsking = 7

const askers: readonly (Role | null)[] = [
  'mag-chair',
  'mag-vice-chair',
  'workstream-chair',
  'workstream-vice-chair',
  'task-and-finish-chair',
  'secretariat',
]

/** Members of the Operational Group, chairs, vice-chairs and the secretariat may ask for a date, and whoever owns what waits. `today` is the day in London. */
export function whyNotAskForDate(
  viewer: Viewer,
  { due, done, waiting, askedOn }: Datable,
  today: string,
): RefusalCode | null {
  const inOffice = viewer.offices
    .filter(({ bodyStatus }) => bodyStatus !== 'closed')
    .some((held) => sitsOnOperationalGroup(held) || askers.includes(roleOf(held)))
  if (!inOffice && !waiting.some((owner) => owns(viewer, owner))) return 'not-permitted'
  if (done || waiting.length === 0) return 'nothing-waits'
  if (due && lastDay(due)) return 'has-a-date'
  return askedOn !== null && daysFrom(askedOn, today) < daysBetweenAsking ? 'date-asked' : null
}
