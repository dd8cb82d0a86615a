import type { AttendanceState } from '@camau/domain'
import { Field, ID, InputType, Int } from 'type-graphql'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { AttendanceStateEnum } from './meeting.type.js'

@InputType('AgendaItemInput')
export class AgendaItemInput {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => Int)
  minutes!: number
}

@InputType('MeetingInput')
export class MeetingInput extends CommandInput {
  @Field(() => ID)
  id!: string
}

@InputType('CreateMeetingInput')
export class CreateMeetingInput extends MeetingInput {
  @Field(() => ID)
  bodyId!: string

  @Field(() => String, { nullable: true })
  title?: string | null

  @Field(() => DateTimeISO)
  startsAt!: Date

  @Field(() => DateTimeISO)
  endsAt!: Date

  @Field(() => String, { nullable: true })
  place?: string | null

  @Field(() => [AgendaItemInput], { nullable: true })
  agenda?: AgendaItemInput[] | null
}

@InputType('SetAgendaInput')
export class SetAgendaInput extends MeetingInput {
  @Field(() => [AgendaItemInput])
  agenda!: AgendaItemInput[]

  @Field(() => Int, { nullable: true, description: 'Version of `agenda` the person saw.' })
  basedOn?: number | null
}

@InputType('SetAttendanceInput')
export class SetAttendanceInput extends MeetingInput {
  @Field(() => ID)
  personId!: string

  @Field(() => AttendanceStateEnum)
  state!: AttendanceState
}
