import type { BodyPlace } from './body.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import type { Audience } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

export const ideaKinds = ['idea', 'gap'] as const
export type IdeaKind = (typeof ideaKinds)[number]

export const ideaStatuses = ['open', 'promoted', 'set-aside'] as const
export type IdeaStatus = (typeof ideaStatuses)[number]

/** An idea, or a gap in policy somebody has seen; kept per workstream until it becomes work or is set aside (requirements, row 26). */
export interface Idea {
  id: string
  number: number
  bodyId: string
  kind: IdeaKind
  text: string
  status: IdeaStatus
  raisedBy: string
  raisedAt: Date
  /** What it became. */
  promotedTo: { type: 'Action' | 'WorkArea'; id: string } | null
  settledBy: string | null
  settledAt: Date | null
  /** Why it was set aside. */
  reason: string | null
  audience: Audience
}

const onBody = (body: BodyPlace) => ({ space: 'body', body }) as const

/** Members of the advisory group and of the workstream raise ideas: whoever may write in either. */
export function whyNotRaiseIdea(viewer: Viewer, body: BodyPlace, advisory: BodyPlace | null): RefusalCode | null {
  if (may(viewer, 'write', onBody(body))) return null
  return advisory && body.status !== 'closed' && may(viewer, 'write', onBody(advisory)) ? null : 'not-permitted'
}

export function raiseIdea(
  viewer: Viewer,
  given: Pick<Idea, 'id' | 'number' | 'bodyId' | 'kind' | 'text'>,
  at: Date,
): Idea {
  if (!given.text.trim()) throw new Refusal('text-needed')
  return {
    ...given,
    status: 'open',
    raisedBy: viewer.personId,
    raisedAt: at,
    promotedTo: null,
    settledBy: null,
    settledAt: null,
    reason: null,
    audience: 'member',
  }
}

/** What an idea becomes is decided by those who rule on the workstream. */
export function whyNotSettleIdea(viewer: Viewer, body: BodyPlace, idea: Pick<Idea, 'status'>): RefusalCode | null {
  if (!may(viewer, 'rule', onBody(body))) return 'not-permitted'
  return idea.status === 'open' ? null : 'idea-settled'
}

export function promoteIdea<T extends Idea>(
  viewer: Viewer,
  body: BodyPlace,
  idea: T,
  promotedTo: NonNullable<Idea['promotedTo']>,
  at: Date,
): T {
  refuseToSettle(viewer, body, idea)
  return { ...idea, status: 'promoted', promotedTo, settledBy: viewer.personId, settledAt: at }
}

export function setIdeaAside<T extends Idea>(viewer: Viewer, body: BodyPlace, idea: T, reason: string, at: Date): T {
  refuseToSettle(viewer, body, idea)
  if (!reason.trim()) throw new Refusal('reason-needed')
  return { ...idea, status: 'set-aside', reason, settledBy: viewer.personId, settledAt: at }
}

function refuseToSettle(viewer: Viewer, body: BodyPlace, idea: Idea): void {
  const refusal = whyNotSettleIdea(viewer, body, idea)
  if (refusal) throw new Refusal(refusal)
}
