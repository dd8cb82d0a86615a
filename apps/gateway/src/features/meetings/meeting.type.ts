import {
  type Attendance,
  type AttendanceState,
  type Audience,
  attendanceStates,
  type MeetingStatus,
  meetingStatuses,
} from '@camau/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { AudienceEnum } from '../../platform/graphql/enums.js'
import { FieldVersionType } from '../../platform/graphql/field-version.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Meeting: MeetingType
  }
}

const MeetingStatusEnum = wordsEnum('MeetingStatus', meetingStatuses, 'Where a meeting and its minutes stand.')
export const AttendanceStateEnum = wordsEnum('AttendanceState', attendanceStates, 'How somebody took part.')

@ObjectType('AgendaItem')
export class AgendaItemType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => Int, { description: 'Planned length.' })
  minutes!: number
}

@ObjectType('Attendance')
export class AttendanceType implements Attendance {
  @Field(() => AttendanceStateEnum)
  state!: AttendanceState

  personId!: string
}

@Entity('Meeting', { description: 'A body meets: agenda, attendance, minutes, decisions and actions.' })
export class MeetingType {
  @Field(() => ID)
  id!: string

  @Field(() => String, { nullable: true })
  title!: string | null

  @Field(() => DateTimeISO)
  startsAt!: Date

  @Field(() => DateTimeISO)
  endsAt!: Date

  @Field(() => String, { nullable: true })
  place!: string | null

  @Field(() => MeetingStatusEnum)
  status!: MeetingStatus

  @Field(() => AudienceEnum)
  audience!: Audience

  @Field(() => Boolean, { description: 'Not in the documents: made to show the product.' })
  example!: boolean

  @Field(() => [AgendaItemType])
  agenda!: AgendaItemType[]

  @Field(() => [AttendanceType])
  attendance!: AttendanceType[]

  @Field(() => DateTimeISO, { nullable: true })
  startedAt!: Date | null

  @Field(() => DateTimeISO, { nullable: true })
  endedAt!: Date | null

  @Field(() => DateTimeISO, { nullable: true })
  circulatedAt!: Date | null

  @Field(() => DateTimeISO, { nullable: true })
  agreedAt!: Date | null

  @Field(() => ID, { description: 'Of the live document.' })
  minutesId!: string

  @Field(() => [FieldVersionType])
  versions!: FieldVersionType[]

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number

  bodyId!: string
  circulatedById!: string | null
  agreedById!: string | null
}
