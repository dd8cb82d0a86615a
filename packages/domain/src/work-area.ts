import type { BodyPlace } from './body.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { Audience, LocalText, Source } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** Words of the sources (`in-progress`, `done`…) stand beside these two, which are set here. */
export type WorkAreaStatus = 'proposed' | 'active' | (string & {})

/** One short point of what has been achieved, with its day and who said it; imported ones have a source instead of a person. */
export interface ProgressPoint {
  id: string
  text: string
  day: string
  at: Date | null
  personId: string | null
  source: Source | null
}

export interface WorkArea {
  id: string
  /** Its number in the whole programme. */
  number: number
  workstreamId: string
  phaseId: string
  /** Its number within the workstream; one area of the programme has none (requirements, row 29). */
  strandNumber: number | null
  strand: string
  title: LocalText
  status: WorkAreaStatus
  statusAsOf: string | null
  progressPoints: ProgressPoint[]
  proposedBy: string | null
  proposedAt: Date | null
  /** The decision that took it on; null for those of the documents. */
  decisionId: string | null
  audience: Audience
}

const onBody = (body: BodyPlace) => ({ space: 'body', body }) as const

/** Whoever writes in the workstream may propose a new area of work. */
export function whyNotProposeWorkArea(viewer: Viewer, body: BodyPlace): RefusalCode | null {
  return may(viewer, 'write', onBody(body)) ? null : 'not-permitted'
}

/** Taken on subject to the Advisory Group's agreement (legacy report, line 155): with its decision, by those who rule there. */
export function whyNotActivateWorkArea(
  viewer: Viewer,
  advisory: BodyPlace,
  area: Pick<WorkArea, 'status'>,
): RefusalCode | null {
  if (!may(viewer, 'prepare', onBody(advisory))) return 'not-permitted'
  return area.status === 'proposed' ? null : 'work-area-not-proposed'
}

/** The decision must be one of the Advisory Group: other bodies do not widen the programme. */
export function activateWorkArea<T extends WorkArea>(
  viewer: Viewer,
  advisory: BodyPlace,
  area: T,
  decision: { id: string; bodyId: string } | null,
  day: string,
): T {
  const refusal = whyNotActivateWorkArea(viewer, advisory, area)
  if (refusal) throw new Refusal(refusal)
  if (decision?.bodyId !== advisory.id) throw new Refusal('decision-needed')
  return { ...area, status: 'active', statusAsOf: day, decisionId: decision.id }
}

/** Progress is reported by those who write in the workstream, on what has been taken on and whose phase still runs. */
export function whyNotReportOnWorkArea(
  viewer: Viewer,
  body: BodyPlace,
  area: Pick<WorkArea, 'status'>,
  phase: { status: 'open' | 'closed' } | null,
): RefusalCode | null {
  if (!may(viewer, 'write', onBody(body))) return 'not-permitted'
  if (area.status === 'proposed') return 'work-area-not-active'
  return phase?.status === 'closed' ? 'phase-closed' : null
}

/** What was reported up to and on a day, in the order of the days. */
export function pointsUntil(points: readonly ProgressPoint[], day: string | null): ProgressPoint[] {
  const told = day ? points.filter((point) => point.day <= day) : [...points]
  return told.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
