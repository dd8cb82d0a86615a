import { dayInLondon, nextMeeting, type Rhythm, rhythmOf, type Viewer } from '@camau/domain'
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { type CreateNextMeetingNeeds, createNextMeeting } from './create-next-meeting.js'
import { meetingType } from './meeting.shape.js'
import { MeetingType } from './meeting.type.js'
import {
  CreateNextMeetingInput,
  MeetingSeriesType,
  RhythmType,
  SetMeetingSeriesInput,
  type StoredSeries,
  seriesType,
} from './meeting-series.type.js'
import { setMeetingSeries } from './set-meeting-series.js'

export type MeetingSeriesNeeds = CreateNextMeetingNeeds & { now: () => Date }

@Resolver(() => MeetingSeriesType)
export class MeetingSeriesResolver {
  constructor(private readonly needs: MeetingSeriesNeeds) {}

  @Query(() => [MeetingSeriesType], { description: 'How each body meets, as far as it has been set.' })
  async meetingSeries(@Ctx() { viewer }: Context): Promise<MeetingSeriesType[]> {
    return (await this.needs.series.list(viewer)).map(seriesType)
  }

  @Mutation(() => MeetingSeriesType, {
    description: 'Sets how a body meets. Meetings already planned stay as they are.',
  })
  async setMeetingSeries(
    @Arg('input', () => SetMeetingSeriesInput) input: SetMeetingSeriesInput,
    @Ctx() { viewer }: Context,
  ): Promise<MeetingSeriesType> {
    return seriesType(await setMeetingSeries(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType, { description: "Plans the next occurrence: the series' template, copied." })
  async createNextMeeting(
    @Arg('input', () => CreateNextMeetingInput) input: CreateNextMeetingInput,
    @Ctx() { viewer }: Context,
  ): Promise<MeetingType> {
    return meetingType(await createNextMeeting(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Body'))
  body(@Root() { bodyId }: MeetingSeriesType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', bodyId)
  }

  @FieldResolver(() => RhythmType, { description: 'Whether the body has met within its rhythm.' })
  async rhythm(@Root() { bodyId, cadence, since }: MeetingSeriesType, @Ctx() { viewer }: Context): Promise<Rhythm> {
    const meetings = (await this.needs.meetings.list(viewer, bodyId)).map(({ record }) => record)
    return rhythmOf({ cadence, since }, meetings, dayInLondon, dayInLondon(this.needs.now()))
  }
}

@Resolver(() => entity('Body'))
export class BodySeriesResolver {
  constructor(private readonly needs: MeetingSeriesNeeds) {}

  @FieldResolver(() => MeetingSeriesType, { nullable: true, description: 'null: nobody has said how the body meets.' })
  async series(@Root() { id }: Entities['Body'], @Ctx() { viewer }: Context): Promise<MeetingSeriesType | null> {
    const found = await seriesOf(this.needs, viewer, id)
    return found && seriesType(found)
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'The one that runs, else the first to come.' })
  async nextMeeting(@Root() { id }: Entities['Body'], @Ctx() { viewer }: Context): Promise<MeetingType | null> {
    const meetings = (await this.needs.meetings.list(viewer, id)).map(({ record }) => record)
    const next = nextMeeting(meetings, this.needs.now())
    return next && meetingType(next)
  }
}

export async function seriesOf(
  { series }: Pick<MeetingSeriesNeeds, 'series'>,
  viewer: Viewer,
  bodyId: string,
): Promise<StoredSeries | null> {
  return (await series.list(viewer)).find((one) => one.bodyId === bodyId) ?? null
}
