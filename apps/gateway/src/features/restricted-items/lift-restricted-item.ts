import { putOnAgenda, Refusal, type Viewer } from '@camau/domain'
import type { StoredSlot } from './restricted-item.store.js'
import type { LiftRestrictedItemInput } from './restricted-item.type.js'
import { preparing, type RestrictedItemNeeds } from './set-restricted-item.js'

/** Open again: title and length stand in the agenda. What was written in its notes stays with those who were named. */
export function liftRestrictedItem(
  needs: RestrictedItemNeeds,
  viewer: Viewer,
  input: LiftRestrictedItemInput,
): Promise<StoredSlot> {
  return needs.command(
    { command: 'liftRestrictedItem', viewer, input },
    async (tx) => {
      const { title } = await needs.items.get(viewer, input.id, tx)
      const slot = await needs.slots.get(viewer, input.id, tx)
      if (slot.removed) throw new Refusal('already-so')
      const { office } = await preparing(needs, viewer, slot.meetingId, tx)
      const { record } = await needs.meetingOf(viewer, slot.meetingId, tx)
      const saved = await needs.slots.save(tx, slot, { ...slot, removed: true }, office)
      await needs.saveAgenda(tx, viewer, slot.meetingId, putOnAgenda(record, slot, title))
      await needs.guardItem(tx, slot, null)
      return saved
    },
    (id) => needs.slots.get(viewer, id),
  )
}
