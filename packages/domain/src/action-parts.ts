import { type Action, type ActionPart, type HeldAction, unfinishedStatuses } from './action.js'
import { moved } from './action-moved.js'
import type { Viewer } from './offices.js'
import { Refusal, type RefusalCode } from './refusal.js'

const isOpen = ({ status }: Pick<ActionPart, 'status'>) => unfinishedStatuses.includes(status)

/** An unfinished action may be divided, its parts not again: a log of two levels can still be read. */
export function whyNotDivide(parent: Action, bodyId: string): RefusalCode | null {
  if (parent.parentId !== null) return 'too-deep'
  if (parent.bodyId !== bodyId) return 'parent-on-other-body'
  return isOpen(parent) ? null : 'not-divisible-now'
}

/** How far the parts have come: what was dropped or replaced counts neither way. */
export function progressOfParts(parts: readonly Pick<ActionPart, 'status'>[]): { finished: number; total: number } {
  const counted = parts.filter(({ status }) => status !== 'dropped' && status !== 'superseded')
  return { finished: counted.filter((part) => !isOpen(part)).length, total: counted.length }
}

/** A parent ends after its parts; the refusal names those that are open. */
export function needNoOpenParts({ parts = [] }: HeldAction): void {
  const open = parts.filter(isOpen)
  if (open.length === 0) return
  const names = open.map(({ number, title }) => (title === null ? `${number}` : `${number} ${title}`))
  throw new Refusal('sub-actions-open', { names })
}

/** An open parent is in progress once one of its parts is; null where nothing follows. */
export function followPart(viewer: Viewer, parent: Action, part: Pick<Action, 'status'>, at: Date): Action | null {
  const begun = part.status === 'in-progress' || part.status === 'done' || part.status === 'closed'
  return parent.status === 'open' && begun ? moved(viewer, parent, 'in-progress', null, at) : null
}
