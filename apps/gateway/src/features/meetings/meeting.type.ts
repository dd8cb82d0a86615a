import {
  type Attendance,
  type AttendanceRole,
  type AttendanceState,
  type Audience,
  attendanceRoles,
  attendanceStates,
  type EarlierTime,
  type MeetingStatus,
  meetingStatuses,
  type Quorum,
} from '@camau/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { AudienceEnum } from '../../platform/graphql/enums.js'
import { FieldVersionType } from '../../platform/graphql/field-version.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { AgendaItemType } from './agenda-item.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Meeting: MeetingType
  }
}

const MeetingStatusEnum = wordsEnum('MeetingStatus', meetingStatuses, 'Where a meeting and its minutes stand.')
export const AttendanceStateEnum = wordsEnum('AttendanceState', attendanceStates, 'How somebody took part.')
export const AttendanceRoleEnum = wordsEnum(
  'AttendanceRole',
  attendanceRoles,
  'As what: on their own seat, on that of somebody else, or on none.',
)

@ObjectType('Attendance')
export class AttendanceType implements Attendance {
  @Field(() => AttendanceStateEnum)
  state!: AttendanceState

  @Field(() => AttendanceRoleEnum)
  role!: AttendanceRole

  personId!: string
  standsInFor!: string | null
}

@ObjectType('EarlierTime', { description: 'When a meeting that was moved should have been.' })
export class EarlierTimeType implements EarlierTime {
  @Field(() => DateTimeISO)
  startsAt!: Date

  @Field(() => DateTimeISO)
  endsAt!: Date

  @Field(() => String)
  reason!: string

  @Field(() => DateTimeISO)
  at!: Date

  personId!: string
}

@ObjectType('Cancellation')
export class CancellationType {
  @Field(() => String)
  reason!: string

  @Field(() => DateTimeISO)
  at!: Date

  personId!: string
}

@ObjectType('Quorum', { description: 'Whether enough seats are taken, by their holders or substitutes.' })
export class QuorumType implements Quorum {
  @Field(() => Int)
  needed!: number

  @Field(() => Int)
  here!: number

  @Field(() => Boolean)
  met!: boolean
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

  @Field(() => ID, { nullable: true, description: 'The series it is an occurrence of; null: it stands alone.' })
  seriesId!: string | null

  @Field(() => ID, { nullable: true, description: 'The item that is on; only while the meeting runs.' })
  currentItemId!: string | null

  @Field(() => DateTimeISO, { nullable: true })
  currentSince!: Date | null

  @Field(() => [EarlierTimeType], { description: 'The oldest first.' })
  earlierTimes!: EarlierTimeType[]

  @Field(() => CancellationType, { nullable: true })
  cancelled!: CancellationType | null

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
