import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { liftRestrictedItem } from './lift-restricted-item.js'
import { restrictAgendaItem } from './restrict-agenda-item.js'
import type { StoredSlot } from './restricted-item.store.js'
import {
  AddRestrictedItemInput,
  ChangeRestrictedItemInput,
  LiftRestrictedItemInput,
  RemoveRestrictedItemInput,
  RestrictAgendaItemInput,
  RestrictedItemType,
  RestrictedSlotType,
} from './restricted-item.type.js'
import {
  addRestrictedItem,
  changeRestrictedItem,
  type RestrictedItemNeeds,
  removeRestrictedItem,
} from './set-restricted-item.js'

export const slotType = ({ id, afterId, minutes, version }: StoredSlot): RestrictedSlotType =>
  Object.assign(new RestrictedSlotType(), { id, afterId, minutes, version })

@Resolver(() => RestrictedSlotType)
export class RestrictedSlotResolver {
  constructor(private readonly needs: RestrictedItemNeeds) {}

  @Mutation(() => RestrictedSlotType, {
    description:
      'For those who prepare the meeting, until its minutes are agreed. Refused: not-among-them, minutes-agreed, not-permitted.',
  })
  async addRestrictedItem(
    @Arg('input', () => AddRestrictedItemInput) input: AddRestrictedItemInput,
    @Ctx() { viewer }: Context,
  ): Promise<RestrictedSlotType> {
    return slotType(await addRestrictedItem(this.needs, viewer, input))
  }

  @Mutation(() => RestrictedSlotType, {
    description: 'Title, place, length and names, for those among them who prepare the meeting.',
  })
  async changeRestrictedItem(
    @Arg('input', () => ChangeRestrictedItemInput) input: ChangeRestrictedItemInput,
    @Ctx() { viewer }: Context,
  ): Promise<RestrictedSlotType> {
    return slotType(await changeRestrictedItem(this.needs, viewer, input))
  }

  @Mutation(() => RestrictedSlotType, {
    description: 'Takes it off the agenda; its notes stay with those who were named.',
  })
  async removeRestrictedItem(
    @Arg('input', () => RemoveRestrictedItemInput) input: RemoveRestrictedItemInput,
    @Ctx() { viewer }: Context,
  ): Promise<RestrictedSlotType> {
    return slotType(await removeRestrictedItem(this.needs, viewer, input))
  }

  @Mutation(() => RestrictedSlotType, {
    description:
      'Restricts an item that stands in the open agenda: it leaves the agenda, and what was told of it. What stands under its heading in the minutes, to the heading of the next item, moves to its notes. Actions and decisions that stood there stay in their registers. Refused: not-among-them, minutes-agreed, not-permitted.',
  })
  async restrictAgendaItem(
    @Arg('input', () => RestrictAgendaItemInput) input: RestrictAgendaItemInput,
    @Ctx() { viewer }: Context,
  ): Promise<RestrictedSlotType> {
    return slotType(await restrictAgendaItem(this.needs, viewer, input))
  }

  @Mutation(() => RestrictedSlotType, {
    description:
      'Puts a restricted item into the open agenda, at its place and with its length; its notes stay with those it named. For those among them who prepare the meeting. Refused: already-so, minutes-agreed, too-long.',
  })
  async liftRestrictedItem(
    @Arg('input', () => LiftRestrictedItemInput) input: LiftRestrictedItemInput,
    @Ctx() { viewer }: Context,
  ): Promise<RestrictedSlotType> {
    return slotType(await liftRestrictedItem(this.needs, viewer, input))
  }

  @FieldResolver(() => RestrictedItemType, { nullable: true, description: 'null for those it does not name.' })
  item(@Root() { id }: RestrictedSlotType, @Ctx() { load }: Context): Promise<RestrictedItemType | null> {
    return load.find('RestrictedItem', id)
  }
}

@Resolver(() => entity('Meeting'))
export class MeetingRestrictedItemsResolver {
  constructor(private readonly needs: Pick<RestrictedItemNeeds, 'slots'>) {}

  @FieldResolver(() => [RestrictedSlotType], {
    description: 'Restricted items of the agenda, in the order in which they were put on.',
  })
  async restrictedItems(
    @Root() { id }: Entities['Meeting'],
    @Ctx() { viewer }: Context,
  ): Promise<RestrictedSlotType[]> {
    const all = await this.needs.slots.list(viewer)
    return all.filter(({ meetingId, removed }) => meetingId === id && !removed).map(slotType)
  }
}
