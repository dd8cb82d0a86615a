import {
  actionOverdueSince,
  dayInLondon,
  inForce,
  maySeeAction,
  officeFor,
  type Placement,
  unfinishedStatuses,
  type Viewer,
} from '@camau/domain'
import type { ActionStore } from './features/actions/action.store.js'
import { placeAction } from './features/actions/place-action.js'
import type { BodyResolverNeeds } from './features/bodies/body.resolver.js'
import type { LegacyStore } from './features/legacy/legacy.store.js'
import type { MeetingStore } from './features/meetings/meeting.store.js'
import type { AppointmentStore } from './features/people/appointment.store.js'
import type { Transaction } from './platform/command.js'
import type { Notify } from './platform/notify.js'

interface ClosingNeeds {
  actions: ActionStore
  meetings: MeetingStore
  legacy: LegacyStore
  appointments: AppointmentStore
  notify: Notify
  now: () => Date
}

/** What a body or a phase that closes needs of actions, meetings and offices: what is open, where it goes, whose rights end. */
export function createClosing({
  actions,
  meetings,
  legacy,
  appointments,
  notify,
  now,
}: ClosingNeeds): Pick<BodyResolverNeeds, 'heldBy' | 'place' | 'affectedBy' | 'progressOf'> {
  return {
    async heldBy(tx, viewer, bodyId) {
      const held = await actions.within(tx, { bodyId })
      return held.map((one) => ({ ...one.record, seen: maySeeAction(viewer, one) }))
    },
    async place(tx: Transaction, viewer: Viewer, placement: Placement, why: string) {
      const [held] = await actions.within(tx, { ids: [placement.actionId] })
      if (!held) return
      if (placement.to === 'legacy') await legacy.get(viewer, placement.legacyItemId, tx)
      const office =
        officeFor(viewer, 'rule', { space: 'membership' }) ?? officeFor(viewer, 'rule', onItsBody(held.body))
      await placeAction(actions, tx, viewer, held, { placement, why, office })
      if (placement.to !== 'body') return
      const to = [{ kind: 'body', bodyId: placement.bodyId }] as const
      await notify(tx, [{ kind: 'transferred', to, about: { type: 'Action', id: held.record.id }, text: why }])
    },
    async affectedBy(bodyId) {
      const at = now()
      const held = (await appointments.all()).filter((one) => one.bodyId === bodyId && inForce(one, at))
      const met = (await meetings.listAll()).filter((one) => one.bodyId === bodyId)
      const kept = (await actions.listAll()).filter((one) => one.bodyId === bodyId)
      return {
        personIds: [...new Set(held.flatMap(({ personId }) => personId ?? []))],
        documentIds: [
          ...met.map(({ id }) => `minutes:${id}` as const),
          ...kept.map(({ id }) => `action:${id}` as const),
        ],
      }
    },
    async progressOf(viewer, bodyIds) {
      const today = dayInLondon(now())
      const wanted = new Set(bodyIds)
      const held = (await actions.list(viewer)).filter(({ record }) => wanted.has(record.bodyId))
      const unfinished = held.filter(({ record }) => unfinishedStatuses.includes(record.status))
      return {
        unfinished: unfinished.length,
        finished: held.length - unfinished.length,
        overdue: unfinished.filter(({ record }) => actionOverdueSince(record, today) !== null).length,
      }
    },
  }
}

// The body closes in the same transaction; the office by which it was ruled is the one that counted before.
const onItsBody = ({ id, kind, parentId }: Awaited<ReturnType<ActionStore['within']>>[number]['body']) =>
  ({ space: 'body', body: { id, kind, parentId } }) as const
