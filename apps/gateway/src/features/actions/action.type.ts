import type { ActionStatus, Audience } from '@camau/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { DueType } from '../../platform/graphql/due.js'
import { Entity } from '../../platform/graphql/entity.js'
import { ActionStatusEnum, AudienceEnum } from '../../platform/graphql/enums.js'
import { FieldVersionType } from '../../platform/graphql/field-version.js'
import { OwnerType } from '../../platform/graphql/owner.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { SourceType } from '../../platform/graphql/source.js'
import { StatusNoteType } from '../../platform/graphql/status-note.js'
import type { OriginRecord, StoredAction } from './action.model.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Action: ActionType
  }
}

@ObjectType('Acceptance', { description: 'Whether the owner has answered the chair who asked.' })
export class AcceptanceType {
  @Field(() => Boolean)
  waiting!: boolean

  @Field(() => DateTimeISO)
  at!: Date

  personId!: string
}

@ObjectType('EarlierOwner', { description: 'Who answered for it before, and until when.' })
export class EarlierOwnerType {
  @Field(() => OwnerType, { nullable: true })
  owner!: OwnerType | null

  @Field(() => DateTimeISO)
  until!: Date

  @Field(() => String, { nullable: true, description: 'Why the owner declined; null when a chair chose another.' })
  declined!: string | null

  personId!: string
}

@ObjectType('EarlierDue', { description: 'A due date that was moved.' })
export class EarlierDueType {
  @Field(() => DueType, { nullable: true })
  due!: DueType | null

  @Field(() => DateTimeISO)
  until!: Date

  @Field(() => String, { nullable: true })
  reason!: string | null

  personId!: string
}

@ObjectType('ProgressNote', { description: 'What an owner reported.' })
export class ProgressNoteType {
  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => String)
  text!: string

  personId!: string
}

@ObjectType('Origin', { description: 'What an action came from.' })
export class OriginType implements OriginRecord {
  @Field(() => ID, { nullable: true })
  documentId!: string | null

  @Field(() => String, { nullable: true })
  documentDate!: string | null

  @Field(() => String, { nullable: true })
  decidedOn!: string | null

  bodyId!: string | null
  meetingId!: string | null
}

@Entity('Action', { description: 'What a meeting, letter or report asked someone to do.' })
export class ActionType {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'Its place in the log.' })
  number!: number

  @Field(() => String, { description: 'action or decision' })
  kind!: string

  @Field(() => String)
  title!: string

  @Field(() => ActionStatusEnum)
  status!: ActionStatus

  @Field(() => AudienceEnum)
  audience!: Audience

  @Field(() => OwnerType, { nullable: true, description: 'null: not stated' })
  owner!: OwnerType | null

  @Field(() => String, { nullable: true })
  ownerBasis!: string | null

  @Field(() => AcceptanceType, { nullable: true })
  acceptance!: AcceptanceType | null

  @Field(() => [EarlierOwnerType])
  earlierOwners!: EarlierOwnerType[]

  @Field(() => DueType, { nullable: true, description: 'null: not stated' })
  due!: DueType | null

  @Field(() => String, { nullable: true, description: 'The first day on which it was late; never guessed from words.' })
  overdueSince!: string | null

  @Field(() => [EarlierDueType])
  earlierDues!: EarlierDueType[]

  @Field(() => [ProgressNoteType])
  progress!: ProgressNoteType[]

  @Field(() => String, { nullable: true })
  evidence!: string | null

  @Field(() => String, { nullable: true, description: 'Why it was dropped or reopened, last.' })
  reason!: string | null

  @Field(() => [OwnerType], {
    nullable: true,
    description: 'Those who may see it beside its owner; null: not restricted. Nobody else is told that it exists.',
  })
  restrictedTo!: OwnerType[] | null

  @Field(() => [StatusNoteType])
  statusNotes!: StatusNoteType[]

  @Field(() => String, { nullable: true, description: 'Date of the latest statement of a source about it.' })
  asAt!: string | null

  @Field(() => [FieldVersionType])
  versions!: FieldVersionType[]

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  @Field(() => OriginType, { nullable: true })
  origin!: OriginType | null

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number

  /** What its field resolvers read. */
  record!: StoredAction
}
