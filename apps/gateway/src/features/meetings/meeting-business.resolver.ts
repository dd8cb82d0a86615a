import { nextMeeting, openMatters, type Viewer } from '@camau/domain'
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { addParkedItem } from './add-parked-item.js'
import { MatterType } from './agenda-item.js'
import { type ClearParkingNeeds, clearParkingList, restoreParkedItems } from './clear-parking-list.js'
import { ParkItemInput, SetItemUnfinishedInput, TakeUpItemInput } from './meeting.inputs.js'
import type { StoredMeeting } from './meeting.model.js'
import { meetingType } from './meeting.shape.js'
import { MeetingType } from './meeting.type.js'
import { type ParkItemNeeds, parkItem } from './park-item.js'
import {
  AddParkedItemInput,
  ClearParkingListInput,
  ParkedItemType,
  parkedItemType,
  RestoreParkedItemsInput,
} from './parked-item.type.js'
import { setItemUnfinished } from './set-item-unfinished.js'
import { takeUpItem } from './take-up-item.js'

export type MeetingBusinessNeeds = ParkItemNeeds &
  ClearParkingNeeds & {
    now: () => Date
    /** Unfinished actions of a body that the viewer may see, the most urgent first. */
    openActionsOf: (viewer: Viewer, bodyId: string) => Promise<readonly string[]>
  }

/** What a body's next meeting finds on its table: by rule, never by copying (features, U11). */
abstract class Business {
  constructor(protected readonly needs: MeetingBusinessNeeds) {}

  protected async meetingsOf(viewer: Viewer, bodyId: string): Promise<StoredMeeting[]> {
    return (await this.needs.meetings.list(viewer, bodyId)).map(({ record }) => record)
  }

  protected async isNext(viewer: Viewer, { id, bodyId }: MeetingType): Promise<boolean> {
    return nextMeeting(await this.meetingsOf(viewer, bodyId), this.needs.now())?.id === id
  }

  protected async matters(viewer: Viewer, bodyId: string): Promise<MatterType[]> {
    const parked = (await this.needs.parkedItems.list(viewer)).filter((item) => item.bodyId === bodyId)
    return openMatters(await this.meetingsOf(viewer, bodyId), parked)
  }
}

@Resolver(() => MeetingType)
export class MeetingBusinessResolver extends Business {
  @FieldResolver(() => [MatterType], {
    description: 'What earlier meetings left and what is parked, at the next meeting of the body and at no other.',
  })
  async carriedItems(@Root() meeting: MeetingType, @Ctx() { viewer }: Context): Promise<MatterType[]> {
    return (await this.isNext(viewer, meeting)) ? this.matters(viewer, meeting.bodyId) : []
  }

  @FieldResolver(() => [entity('Action')], {
    description: 'Unfinished actions of the body, the most urgent first, at its next meeting and at no other.',
  })
  async carriedActions(
    @Root() meeting: MeetingType,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Ctx() { viewer, load }: Context,
  ): Promise<Entities['Action'][]> {
    const ids = await this.openActions(viewer, meeting)
    return load.list('Action', ids.slice(0, Math.min(Math.max(first ?? 100, 0), 100)))
  }

  @FieldResolver(() => Int, { description: 'How many unfinished actions are carried to this meeting.' })
  async carriedActionCount(@Root() meeting: MeetingType, @Ctx() { viewer }: Context): Promise<number> {
    return (await this.openActions(viewer, meeting)).length
  }

  private async openActions(viewer: Viewer, meeting: MeetingType): Promise<readonly string[]> {
    return (await this.isNext(viewer, meeting)) ? this.needs.openActionsOf(viewer, meeting.bodyId) : []
  }

  @Mutation(() => MeetingType, {
    description: 'The item goes on at the next meeting of the body, or does not after all.',
  })
  async setItemUnfinished(
    @Arg('input', () => SetItemUnfinishedInput) input: SetItemUnfinishedInput,
    @Ctx() { viewer }: Context,
  ): Promise<MeetingType> {
    return meetingType(await setItemUnfinished(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType, {
    description: 'Puts what waits for a meeting on this agenda; `already-taken-up` where it does not wait.',
  })
  async takeUpItem(
    @Arg('input', () => TakeUpItemInput) input: TakeUpItemInput,
    @Ctx() { viewer }: Context,
  ): Promise<MeetingType> {
    return meetingType(await takeUpItem(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType, { description: 'Takes an item off this agenda and puts it on the parking list.' })
  async parkItem(
    @Arg('input', () => ParkItemInput) input: ParkItemInput,
    @Ctx() { viewer }: Context,
  ): Promise<MeetingType> {
    return meetingType(await parkItem(this.needs, viewer, input))
  }
}

@Resolver(() => entity('Body'))
export class BodyBusinessResolver extends Business {
  @FieldResolver(() => [MatterType], { description: 'What waits for a meeting of the body.' })
  openMatters(@Root() { id }: Entities['Body'], @Ctx() { viewer }: Context): Promise<MatterType[]> {
    return this.matters(viewer, id)
  }

  @FieldResolver(() => [ParkedItemType], { description: 'The parking list, with what was cleared off it.' })
  async parkedItems(@Root() { id }: Entities['Body'], @Ctx() { viewer }: Context): Promise<ParkedItemType[]> {
    const all = (await this.needs.parkedItems.list(viewer)).filter(({ bodyId }) => bodyId === id)
    return all.map(parkedItemType)
  }
}

@Resolver(() => ParkedItemType)
export class ParkedItemResolver {
  constructor(private readonly needs: ClearParkingNeeds) {}

  @FieldResolver(() => entity('Person'))
  parkedBy(@Root() { parkedById }: ParkedItemType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', parkedById)
  }

  @Mutation(() => ParkedItemType, { description: 'Notes something for a later meeting of the body.' })
  async addParkedItem(
    @Arg('input', () => AddParkedItemInput) input: AddParkedItemInput,
    @Ctx() { viewer }: Context,
  ): Promise<ParkedItemType> {
    return parkedItemType(await addParkedItem(this.needs, viewer, input))
  }

  @Mutation(() => [ParkedItemType], {
    description: 'Takes what waits there off the list; for thirty days it can be put back.',
  })
  async clearParkingList(
    @Arg('input', () => ClearParkingListInput) input: ClearParkingListInput,
    @Ctx() { viewer }: Context,
  ): Promise<ParkedItemType[]> {
    return (await clearParkingList(this.needs, viewer, input)).map(parkedItemType)
  }

  @Mutation(() => [ParkedItemType], {
    description: 'Puts back what was cleared; `too-late-to-undo` after thirty days.',
  })
  async restoreParkedItems(
    @Arg('input', () => RestoreParkedItemsInput) input: RestoreParkedItemsInput,
    @Ctx() { viewer }: Context,
  ): Promise<ParkedItemType[]> {
    return (await restoreParkedItems(this.needs, viewer, input)).map(parkedItemType)
  }
}
