import { type Action, type HeldAction, onBody, unfinishedStatuses } from './action.js'
import { moved } from './action-moved.js'
import { needNoOpenParts } from './action-parts.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { needText, refuse } from './refusing.js'

/** Those who rule on the body let another action take the place of an unfinished one. */
export function whyNotSupersede(viewer: Viewer, held: HeldAction): RefusalCode | null {
  if (!may(viewer, 'rule', onBody(held))) return 'not-permitted'
  return unfinishedStatuses.includes(held.record.status) ? null : 'not-supersedable-now'
}

/** What takes its place, and what took the place of that in turn, one after the other. */
export type Successors = readonly Pick<Action, 'id' | 'number' | 'status'>[]

/** `chain` begins with the action that is to take its place. Nothing may in the end replace itself; what was dropped replaces nothing. */
export function supersede(viewer: Viewer, held: HeldAction, chain: Successors, reason: string, at: Date): Action {
  refuse(whyNotSupersede(viewer, held))
  const { record } = held
  const [by] = chain
  if (!by) throw new Refusal('not-found')
  if (chain.some(({ id }) => id === record.id)) throw new Refusal('replaces-itself', { path: pathOf(record, chain) })
  if (by.status === 'dropped' || by.status === 'superseded') throw new Refusal('not-a-replacement')
  needText(reason, 'reason-needed')
  needNoOpenParts(held)
  return { ...moved(viewer, record, 'superseded', reason, at), reason, supersededBy: by.id }
}

/** The numbers on the way round, ends included: "12 → 14 → 12". */
function pathOf({ id, number }: Action, chain: Successors): string {
  const end = chain.findIndex((one) => one.id === id)
  return [number, ...chain.slice(0, end + 1).map((one) => one.number)].join(' → ')
}
