import type { AttendanceRole, AttendanceState } from '@camau/domain'
import { Field, ID, InputType, Int } from 'type-graphql'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { AgendaItemInput, MatterRefInput } from './agenda-item.js'
import { AttendanceRoleEnum, AttendanceStateEnum } from './meeting.type.js'

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

  @Field(() => AttendanceRoleEnum, { nullable: true, description: 'Left out: as it was, else a member.' })
  role?: AttendanceRole | null

  @Field(() => ID, { nullable: true, description: 'Whose seat a substitute takes.' })
  standsInForId?: string | null
}

@InputType('SendApologiesInput')
export class SendApologiesInput extends MeetingInput {
  @Field(() => ID, { nullable: true, description: 'Who comes instead.' })
  substituteId?: string | null
}

@InputType('CancelMeetingInput')
export class CancelMeetingInput extends MeetingInput {
  @Field(() => String)
  reason!: string
}

@InputType('PostponeMeetingInput')
export class PostponeMeetingInput extends CancelMeetingInput {
  @Field(() => DateTimeISO)
  startsAt!: Date

  @Field(() => DateTimeISO)
  endsAt!: Date
}

@InputType('SetCurrentItemInput')
export class SetCurrentItemInput extends MeetingInput {
  @Field(() => ID, { nullable: true, description: 'null: none is on.' })
  itemId?: string | null
}

@InputType('SetItemUnfinishedInput')
export class SetItemUnfinishedInput extends MeetingInput {
  @Field(() => ID)
  itemId!: string

  @Field(() => Boolean)
  unfinished!: boolean
}

@InputType('TakeUpItemInput')
export class TakeUpItemInput extends MeetingInput {
  @Field(() => ID, { description: 'Of the new item on this agenda.' })
  itemId!: string

  @Field(() => MatterRefInput)
  from!: MatterRefInput
}

@InputType('ParkItemInput')
export class ParkItemInput extends MeetingInput {
  @Field(() => ID)
  itemId!: string

  @Field(() => ID, { description: 'Of the new entry on the parking list.' })
  parkedId!: string
}
