import { type Owner, Refusal, takeFromAgenda, type Viewer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { StoredSlot } from './restricted-item.store.js'
import type { RestrictAgendaItemInput } from './restricted-item.type.js'
import { givenNames, preparing, type RestrictedItemNeeds } from './set-restricted-item.js'

/** What stood open on the agenda, and under its heading in the minutes, is for those named from now on; others keep place and length. */
export function restrictAgendaItem(
  needs: RestrictedItemNeeds,
  viewer: Viewer,
  input: RestrictAgendaItemInput,
): Promise<StoredSlot> {
  const { id, meetingId } = input
  return needs.command(
    { command: 'restrictAgendaItem', viewer, input },
    async (tx) => {
      const { body, office } = await preparing(needs, viewer, meetingId, tx)
      const { record } = await needs.meetingOf(viewer, meetingId, tx)
      const { item, afterId, agenda } = takeFromAgenda(record, id)
      const restrictedTo = await givenNames(needs, viewer, null, input)
      const of = { id, meetingId, bodyId: body.id, audience: 'member' as const, version: 1 }
      const slot = { ...of, afterId, minutes: item.minutes, removed: false }
      // The first change says which record the command was about.
      const saved = await putSlot(needs, tx, viewer, slot, office)
      await putItem(needs, tx, viewer, { ...of, title: item.title, restrictedTo }, office)
      await needs.saveAgenda(tx, viewer, meetingId, agenda)
      await needs.moveFromMinutes(tx, { meetingId, id, agenda })
      await needs.guardItem(tx, { meetingId, id }, restrictedTo)
      tx.afterCommit((bus) => bus.publish('grant', { documentId: `item:${id}` }))
      return saved
    },
    () => needs.slots.get(viewer, id),
  )
}

type Office = Awaited<ReturnType<typeof preparing>>['office']
type Item = Parameters<RestrictedItemNeeds['items']['add']>[1] & { restrictedTo: readonly Owner[] }

/** It may have been restricted before, and lifted. */
async function putSlot({ slots }: RestrictedItemNeeds, tx: Transaction, viewer: Viewer, slot: StoredSlot, by: Office) {
  const known = (await slots.all()).some(({ id }) => id === slot.id)
  if (!known) return slots.add(tx, slot, by)
  const before = await slots.get(viewer, slot.id, tx)
  if (!before.removed || before.meetingId !== slot.meetingId) throw new Refusal('already-so')
  return slots.save(tx, before, slot, by)
}

/** Notes of the first time belong to those named then: only they can close the item again. */
async function putItem({ items }: RestrictedItemNeeds, tx: Transaction, viewer: Viewer, item: Item, by: Office) {
  const known = (await items.all()).some(({ id }) => id === item.id)
  if (!known) return items.add(tx, item, by)
  const before = await items.get(viewer, item.id, tx).catch(() => {
    throw new Refusal('not-among-them')
  })
  return items.save(tx, before, item, by)
}
