import { firstItem, itemSchema } from '@camau/collab'
import { whyNotWriteRestrictedItem } from '@camau/domain'
import type { LiveDocument } from '../../live/live-document.js'
import type { Bus } from '../../platform/bus.js'
import type { Feature } from '../../platform/feature.js'
import { restrictionType } from '../../platform/graphql/restriction.js'
import { inOrder } from '../../platform/loaders.js'
import { MeetingRestrictedItemsResolver, RestrictedSlotResolver } from './restricted-item.resolver.js'
import { RestrictedItemType } from './restricted-item.type.js'
import type { RestrictedItemNeeds } from './set-restricted-item.js'

export interface RestrictedItemsFeature extends Feature {
  document: LiveDocument
}

/** Restricted items of agendas: others see only that there is one. */
export function createRestrictedItems(needs: RestrictedItemNeeds & { bus: Bus }): RestrictedItemsFeature {
  notesFollowMinutes(needs)
  return {
    resolvers: [new RestrictedSlotResolver(needs), new MeetingRestrictedItemsResolver(needs)],
    sources: {
      async RestrictedItem(viewer, ids) {
        const names = await needs.directory.now()
        const all = (await needs.items.list(viewer)).filter(({ id }) => ids.includes(id))
        const shown = all.map(({ id, title, version, restrictedTo }) =>
          Object.assign(new RestrictedItemType(), {
            id,
            title,
            version,
            restrictedTo: restrictionType(restrictedTo, names) ?? [],
            documentId: `item:${id}`,
          }),
        )
        return inOrder(ids, shown, ({ id }) => id)
      },
    },
    document: {
      schema: itemSchema,
      async enter(viewer, id) {
        const item = await needs.items.get(viewer, id)
        const because = whyNotWriteRestrictedItem(viewer, await needs.meetingOf(viewer, item.meetingId))
        return because ? { readOnly: true, because } : { readOnly: false }
      },
      first: async () => firstItem,
    },
  }
}

/** Whoever may write the minutes no longer writes the notes either: open sockets ask again when the minutes do. */
function notesFollowMinutes({ bus, slots }: RestrictedItemNeeds & { bus: Bus }): void {
  bus.subscribe('grant', async ({ documentId }) => {
    const [kind, meetingId] = documentId.split(':')
    if (kind !== 'minutes') return
    // What cannot be read now is asked for again by the sockets themselves, a little later.
    const all = await slots.all().catch(() => [])
    for (const slot of all) if (slot.meetingId === meetingId) bus.publish('grant', { documentId: `item:${slot.id}` })
  })
}
