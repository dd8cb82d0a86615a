import type { LocalText } from './record.js'
import type { RefusalCode } from './refusal.js'
import type { Sector } from './sector.js'

/** Kinds of body that carry rights or rules; every other kind of the source documents is `other`. */
export const bodyKinds = [
  'advisory-group',
  'workstream',
  'operational-group',
  'task-and-finish',
  'secretariat',
  'ministerial-office',
  'scrutiny-committee',
  'other',
] as const
export type BodyKind = (typeof bodyKinds)[number]

export const bodyStatuses = ['proposed', 'active', 'closed'] as const
export type BodyStatus = (typeof bodyStatuses)[number]

export interface Body {
  id: string
  kind: BodyKind
  /** The kind as the source documents have it. */
  type: string
  name: LocalText
  parentId: string | null
  status: BodyStatus
  /** Where an organisation belongs; null or left out where that is not stated. */
  sector?: Sector | null
}

/** What a permission needs to know of a body. In a closed one nobody writes any more; left out, it counts as at work. */
export type BodyPlace = Pick<Body, 'id' | 'kind' | 'parentId'> & Partial<Pick<Body, 'status'>>

/** Kinds that hold meetings and an action log of their own. */
export const meetingKinds: readonly BodyKind[] = [
  'advisory-group',
  'workstream',
  'operational-group',
  'task-and-finish',
]

/** A body that is only proposed, or closed, cannot be given work or hold meetings (requirements, row 40). */
export function whyNotAnswerable({ status }: Pick<Body, 'status'>): RefusalCode | null {
  return status === 'active' ? null : 'body-not-active'
}

/** The workstream a body works in: a task and finish group in its parent's, every other body in its own (requirements, row 5). */
export function workstreamOf(body: BodyPlace, parent: BodyPlace | null): string {
  return body.kind === 'task-and-finish' && parent?.kind === 'workstream' ? parent.id : body.id
}
