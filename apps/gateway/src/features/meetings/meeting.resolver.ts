import { isUpcoming, type Viewer, whyNotStep } from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { type AgreeMinutesNeeds, agreeMinutes } from './agree-minutes.js'
import { cancelMeeting } from './cancel-meeting.js'
import { circulateMinutes } from './circulate-minutes.js'
import { createMeeting } from './create-meeting.js'
import { endMeeting } from './end-meeting.js'
import {
  CancelMeetingInput,
  CreateMeetingInput,
  MeetingInput,
  PostponeMeetingInput,
  SetAgendaInput,
  SetCurrentItemInput,
} from './meeting.inputs.js'
import type { HeldStoredMeeting } from './meeting.model.js'
import { meetingType } from './meeting.shape.js'
import { MeetingType } from './meeting.type.js'
import { postponeMeeting } from './postpone-meeting.js'
import { type PublishMinutesNeeds, publishMinutes } from './publish-minutes.js'
import { setAgenda } from './set-agenda.js'
import { setCurrentItem } from './set-current-item.js'
import { startMeeting } from './start-meeting.js'
import type { TellExpectedNeeds } from './tell-expected.js'

export type MeetingResolverNeeds = AgreeMinutesNeeds & PublishMinutesNeeds & TellExpectedNeeds & { now: () => Date }

@Resolver(() => MeetingType)
export class MeetingResolver {
  constructor(private readonly needs: MeetingResolverNeeds) {}

  @Query(() => [MeetingType], { description: 'Upcoming ones soonest first, the others latest first.' })
  async meetings(
    @Arg('bodyId', () => ID, { nullable: true }) bodyId: string | null,
    @Arg('upcoming', () => Boolean, { nullable: true }) upcoming: boolean | null,
    @Ctx() { viewer }: Context,
  ): Promise<MeetingType[]> {
    const all = await this.needs.meetings.list(viewer, bodyId)
    if (typeof upcoming !== 'boolean') return all.map(({ record }) => meetingType(record))
    const wanted = all.filter((held) => isUpcoming(held.record, this.needs.now()) === upcoming)
    return (upcoming ? wanted.reverse() : wanted).map(({ record }) => meetingType(record))
  }

  @Query(() => MeetingType)
  async meeting(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<MeetingType> {
    return meetingType((await this.needs.meetings.get(viewer, id)).record)
  }

  @Mutation(() => MeetingType)
  async createMeeting(@Arg('input', () => CreateMeetingInput) input: CreateMeetingInput, @Ctx() { viewer }: Context) {
    return meetingType(await createMeeting(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType)
  async setAgenda(@Arg('input', () => SetAgendaInput) input: SetAgendaInput, @Ctx() { viewer }: Context) {
    return meetingType(await setAgenda(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType, { description: 'It will not take place; the reason stays on record.' })
  async cancelMeeting(@Arg('input', () => CancelMeetingInput) input: CancelMeetingInput, @Ctx() { viewer }: Context) {
    return meetingType(await cancelMeeting(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType, {
    description: 'Moves it to another time; the earlier one stays on record with the reason.',
  })
  async postponeMeeting(
    @Arg('input', () => PostponeMeetingInput) input: PostponeMeetingInput,
    @Ctx() { viewer }: Context,
  ) {
    return meetingType(await postponeMeeting(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType, { description: 'Which item is on, for everybody who follows the meeting.' })
  async setCurrentItem(
    @Arg('input', () => SetCurrentItemInput) input: SetCurrentItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return meetingType(await setCurrentItem(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType)
  async startMeeting(@Arg('input', () => MeetingInput) input: MeetingInput, @Ctx() { viewer }: Context) {
    return meetingType(await startMeeting(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType)
  async endMeeting(@Arg('input', () => MeetingInput) input: MeetingInput, @Ctx() { viewer }: Context) {
    return meetingType(await endMeeting(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType)
  async circulateMinutes(@Arg('input', () => MeetingInput) input: MeetingInput, @Ctx() { viewer }: Context) {
    return meetingType(await circulateMinutes(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType)
  async agreeMinutes(@Arg('input', () => MeetingInput) input: MeetingInput, @Ctx() { viewer }: Context) {
    return meetingType(await agreeMinutes(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType)
  async publishMinutes(@Arg('input', () => MeetingInput) input: MeetingInput, @Ctx() { viewer }: Context) {
    return meetingType(await publishMinutes(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Body'))
  body(@Root() { bodyId }: MeetingType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', bodyId)
  }

  @FieldResolver(() => [entity('Person')], { description: 'Who belongs there by the offices in force now.' })
  async expected(@Root() { bodyId }: MeetingType, @Ctx() { load }: Context): Promise<Entities['Person'][]> {
    return load.list('Person', await this.needs.expectedAt(bodyId))
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  circulatedBy(@Root() { circulatedById }: MeetingType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', circulatedById)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  agreedBy(@Root() { agreedById }: MeetingType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', agreedById)
  }
}

@Resolver(() => entity('Body'))
export class BodyMeetingsResolver {
  constructor(private readonly needs: Pick<MeetingResolverNeeds, 'meetings'>) {}

  @FieldResolver(() => [MeetingType], { description: 'The latest first.' })
  async meetings(@Root() { id }: Entities['Body'], @Ctx() { viewer }: Context): Promise<MeetingType[]> {
    return (await this.needs.meetings.list(viewer, id)).map(({ record }) => meetingType(record))
  }
}

@Resolver(() => entity('Viewer'))
export class ViewerMeetingsResolver {
  constructor(private readonly needs: Pick<MeetingResolverNeeds, 'meetings'>) {}

  @FieldResolver(() => [MeetingType], { description: 'Minutes that wait for the viewer to agree them.' })
  async minutesWaiting(@Ctx() { viewer }: Context): Promise<MeetingType[]> {
    const all = await this.needs.meetings.list(viewer)
    return all.filter((held) => waitsFor(viewer, held)).map(({ record }) => meetingType(record))
  }
}

// The advisory group's chair may agree any minutes; what waits on them is what their own bodies circulated.
function waitsFor(viewer: Viewer, held: HeldStoredMeeting): boolean {
  return viewer.offices.some(({ bodyId }) => bodyId === held.body.id) && whyNotStep(viewer, held, 'agree') === null
}
