import { isDay } from './due.js'
import type { Viewer } from './offices.js'
import type { Owner } from './owner.js'
import { may, type Place } from './permissions.js'
import type { Audience, Source } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** What research, a review or an inquiry found, and what rests on it. */
export interface Finding {
  id: string
  text: string
  sourceLine: string
  date: string | null
  population: string | null
  workstreamId: string | null
  publicationId: string | null
  actionIds: string[]
  /** Decisions, advice to ministers among them. */
  decisionIds: string[]
  source: Source | null
  audience: Audience
}

/** What authorities learned from each other in a review, a masterclass, a visit. */
export interface Lesson {
  id: string
  session: string
  heldOn: string
  topic: string
  text: string
  authority: string | null
  sharedWith: string[]
  workstreamId: string | null
  audience: Audience
}

/** Something that works, and where. Published only with somebody who answers for it and a day to look again. */
export interface GoodPractice {
  id: string
  title: string
  text: string
  area: string
  authority: string | null
  sourceLine: string
  owner: Owner | null
  reviewOn: string | null
  workstreamId: string | null
  audience: Audience
}

/** Whoever writes in the space the record belongs to (matrix, "Own workstream" and "MAG space"). */
export function whyNotWriteEvidence(viewer: Viewer, place: Place): RefusalCode | null {
  return may(viewer, 'write', place) ? null : 'not-permitted'
}

export const isUnlinked = ({ actionIds, decisionIds }: Finding) => actionIds.length + decisionIds.length === 0

export function cite<F extends Finding>(finding: F, cited: Pick<Finding, 'actionIds' | 'decisionIds'>): F {
  const actionIds = [...new Set([...finding.actionIds, ...cited.actionIds])]
  const decisionIds = [...new Set([...finding.decisionIds, ...cited.decisionIds])]
  const before = finding.actionIds.length + finding.decisionIds.length
  if (actionIds.length + decisionIds.length === before) throw new Refusal('already-so')
  return { ...finding, actionIds, decisionIds }
}

export function publishPractice<P extends GoodPractice>(viewer: Viewer, practice: P): P {
  if (!may(viewer, 'write', { space: 'publish' })) throw new Refusal('not-permitted')
  if (!practice.owner) throw new Refusal('owner-needed')
  if (!practice.reviewOn || !isDay(practice.reviewOn)) throw new Refusal('review-date-needed')
  if (practice.audience === 'public') throw new Refusal('already-so')
  return { ...practice, audience: 'public' }
}
