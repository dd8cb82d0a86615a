import { type AttendanceRate, attendanceRates, type Quorum, quorumOf } from '@camau/domain'
import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { MeetingInput, SendApologiesInput, SetAttendanceInput } from './meeting.inputs.js'
import { meetingType } from './meeting.shape.js'
import { AttendanceType, CancellationType, EarlierTimeType, MeetingType, QuorumType } from './meeting.type.js'
import { type MeetingSeriesNeeds, seriesOf } from './meeting-series.resolver.js'
import { sendApologies, withdrawApologies } from './send-apologies.js'
import { type SetAttendanceNeeds, setAttendance } from './set-attendance.js'

@ObjectType('AttendanceRate', {
  description: 'How often a seat was taken, over meetings held where something was recorded of it.',
})
export class AttendanceRateType {
  @Field(() => Int, { description: 'Cancelled meetings are not among them.' })
  meetings!: number

  @Field(() => Int)
  attended!: number

  @Field(() => Int, { description: 'Somebody stood in.' })
  represented!: number

  @Field(() => Int)
  apologies!: number

  @Field(() => Int)
  absent!: number

  personId!: string
}

export type AttendanceNeeds = SetAttendanceNeeds & Pick<MeetingSeriesNeeds, 'series'>

@Resolver(() => MeetingType)
export class MeetingAttendanceResolver {
  constructor(private readonly needs: AttendanceNeeds) {}

  @Mutation(() => MeetingType, { description: "Records one person's attendance." })
  async setAttendance(
    @Arg('input', () => SetAttendanceInput) input: SetAttendanceInput,
    @Ctx() { viewer }: Context,
  ): Promise<MeetingType> {
    return meetingType(await setAttendance(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType, {
    description: 'The viewer will not come; for those who are expected, until the meeting is over.',
  })
  async sendApologies(
    @Arg('input', () => SendApologiesInput) input: SendApologiesInput,
    @Ctx() { viewer }: Context,
  ): Promise<MeetingType> {
    return meetingType(await sendApologies(this.needs, viewer, input))
  }

  @Mutation(() => MeetingType, { description: 'The viewer will come after all.' })
  async withdrawApologies(
    @Arg('input', () => MeetingInput) input: MeetingInput,
    @Ctx() { viewer }: Context,
  ): Promise<MeetingType> {
    return meetingType(await withdrawApologies(this.needs, viewer, input))
  }

  @FieldResolver(() => QuorumType, { nullable: true, description: 'null where the body has set none.' })
  async quorum(@Root() { bodyId, attendance }: MeetingType, @Ctx() { viewer }: Context): Promise<Quorum | null> {
    return quorumOf(attendance, (await seriesOf(this.needs, viewer, bodyId))?.quorum ?? null)
  }
}

@Resolver(() => entity('Body'))
export class BodyAttendanceResolver {
  constructor(private readonly needs: AttendanceNeeds) {}

  @FieldResolver(() => [AttendanceRateType], {
    description: 'Of each seat of the body, over the meetings it has held.',
  })
  async attendanceRates(@Root() { id }: Entities['Body'], @Ctx() { viewer }: Context): Promise<AttendanceRate[]> {
    return attendanceRates((await this.needs.meetings.list(viewer, id)).map(({ record }) => record))
  }
}

@Resolver(() => AttendanceRateType)
export class AttendanceRateResolver {
  @FieldResolver(() => entity('Person'))
  person(@Root() { personId }: AttendanceRateType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }
}

@Resolver(() => AttendanceType)
export class AttendanceResolver {
  @FieldResolver(() => entity('Person'))
  person(@Root() { personId }: AttendanceType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }

  @FieldResolver(() => entity('Person'), { nullable: true, description: 'Whose seat a substitute takes.' })
  standsInFor(@Root() { standsInFor }: AttendanceType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', standsInFor)
  }
}

@Resolver(() => EarlierTimeType)
export class EarlierTimeResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: EarlierTimeType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }
}

@Resolver(() => CancellationType)
export class CancellationResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: CancellationType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }
}
