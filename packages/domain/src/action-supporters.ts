import { type Action, type HeldAction, onBody, unfinishedStatuses } from './action.js'
import { limits } from './limits.js'
import type { Viewer } from './offices.js'
import { type Owner, owns, sameOwner } from './owner.js'
import { may } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { refuse } from './refusing.js'

/** Those who rule on the body, and the owner whom they help, choose the supporters of unfinished work. */
export function whyNotChooseSupporters(viewer: Viewer, held: HeldAction): RefusalCode | null {
  if (!may(viewer, 'rule', onBody(held)) && !owns(viewer, held.record.owner)) return 'not-permitted'
  return unfinishedStatuses.includes(held.record.status) ? null : 'not-supportable-now'
}

export function addSupporter(viewer: Viewer, held: HeldAction, supporter: Owner): Action {
  refuse(whyNotChooseSupporters(viewer, held))
  const { record } = held
  if (sameOwner(record.owner, supporter) || record.supporters.some((one) => sameOwner(one, supporter)))
    throw new Refusal('already-so')
  if (record.supporters.length >= limits.supporters)
    throw new Refusal('too-many-supporters', { field: 'supporters', limit: limits.supporters })
  return { ...record, supporters: [...record.supporters, supporter] }
}

export function removeSupporter(viewer: Viewer, held: HeldAction, supporter: Owner): Action {
  refuse(whyNotChooseSupporters(viewer, held))
  const { record } = held
  const left = record.supporters.filter((one) => !sameOwner(one, supporter))
  if (left.length === record.supporters.length) throw new Refusal('already-so')
  return { ...record, supporters: left }
}
