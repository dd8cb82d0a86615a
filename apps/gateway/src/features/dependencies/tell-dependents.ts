import {
  type Action,
  blockingKinds,
  dayInLondon,
  lastDay,
  type Owner,
  type RadarItem,
  radar,
  unfinishedStatuses,
} from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { Notify } from '../../platform/notify.js'
import type { DependencyStore } from './dependency.store.js'

type Step = Pick<Action, 'id' | 'status' | 'due' | 'owner'>

export interface TellDependentsNeeds {
  dependencies: DependencyStore
  notify: Notify
  actions: () => Promise<readonly Step[]>
  now: () => Date
}

const theGroup: Owner = { kind: 'body', bodyId: 'body-operational-group' }

/** Tells owners and the Operational Group once that somebody's delay goes past a date, and owners that nothing is in their way any more. */
export function tellDependents({ dependencies, notify, actions, now }: TellDependentsNeeds) {
  return async (tx: Transaction, { record: before }: { record: Step }, { record: after }: { record: Step }) => {
    const links = await dependencies.all()
    if (!links.some(({ dependsOnId }) => dependsOnId === after.id)) return
    const others = (await actions()).filter(({ id }) => id !== after.id)
    const today = dayInLondon(now())
    const [was, is] = [before, after].map((one) => radar([...others, one].map(itemOf), links, today))
    if (!was || !is) return
    const moved = { was: before.due && lastDay(before.due), is: after.due && lastDay(after.due) }
    const later = moved.is !== null && moved.is !== moved.was && (moved.was === null || moved.is > moved.was)
    const waiting = links.filter(({ dependsOnId, kind }) => dependsOnId === after.id && blockingKinds.includes(kind))
    for (const other of others) {
      const about = { type: 'Action', id: other.id } as const
      const point = is.points.get(other.id)
      if (!point) continue
      const worse = point.becauseOf === after.id && point.slipDays > (was.points.get(other.id)?.slipDays ?? 0)
      const direct = waiting.some(({ dependentId }) => dependentId === other.id)
      const held = (links: typeof is.holding) => links.some(({ dependentId }) => dependentId === other.id)
      if (worse || (later && direct)) {
        const kind = worse ? 'held-up' : 'due-moved'
        await notify(tx, [{ kind, to: [other.owner, theGroup], about, text: after.due?.label ?? null }])
      } else if (held(was.holding) && !held(is.holding)) {
        await notify(tx, [{ kind: 'freed', to: [other.owner], about }])
      }
    }
  }
}

const itemOf = ({ id, status, due }: Step): RadarItem => ({
  id,
  done: !unfinishedStatuses.includes(status),
  due: due && lastDay(due),
})
