import type { ActionStatus } from '@camau/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { ActionStatusEnum } from '../../platform/graphql/enums.js'
import { DateTimeISO, JSONObject } from '../../platform/graphql/scalars.js'
import { type MinutesFault, minutesFaults } from './verify-minutes.js'

@ObjectType('MinutedAction', { description: "An action's values at the moment the minutes were agreed." })
export class MinutedActionType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  number!: number

  @Field(() => String)
  title!: string

  @Field(() => ActionStatusEnum)
  status!: ActionStatus

  @Field(() => String, { nullable: true })
  owner!: string | null

  @Field(() => String, { nullable: true })
  due!: string | null
}

@ObjectType('MinutedDeclaration', { description: "Somebody's interest in an item, as it was declared at the meeting." })
export class MinutedDeclarationType {
  @Field(() => String, { description: 'Who declared it, as they were called then.' })
  name!: string

  @Field(() => ID, { description: 'Of the agenda.' })
  itemId!: string

  @Field(() => String, { nullable: true, description: 'What the interest is, as far as it was said.' })
  nature!: string | null

  @Field(() => Boolean, { description: 'They left the room for the item.' })
  leaves!: boolean
}

@ObjectType('AgreedMinutes', { description: 'Minutes as they were agreed; they never change again.' })
export class AgreedMinutesType {
  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => JSONObject, { description: 'ProseMirror JSON.' })
  content!: object

  @Field(() => [MinutedActionType])
  actions!: MinutedActionType[]

  @Field(() => [MinutedDeclarationType], { description: 'Interests declared at the meeting.' })
  declarations!: MinutedDeclarationType[]

  @Field(() => String, {
    description: 'Over content, actions, decisions, declarations and the hash before, in canonical JSON.',
  })
  sha256!: string

  @Field(() => String, {
    nullable: true,
    description: 'Hash of the minutes agreed before on this body; null: the first.',
  })
  previousSha256!: string | null

  @Field(() => Boolean, { description: 'Whether they still are what the hash says.' })
  intact!: boolean

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'When words were taken out of them for good; the hash of then stays in the chain.',
  })
  redactedAt!: Date | null

  personId!: string
  decisionIds!: string[]
  notedIds!: string[]
}

const MinutesFaultEnum = wordsEnum(
  'MinutesFaultKind',
  minutesFaults,
  'Changed since they were agreed, not following the minutes before, or gone.',
)

@ObjectType('MinutesFault', { description: 'Agreed minutes that are not what was agreed.' })
export class MinutesFaultType {
  @Field(() => MinutesFaultEnum)
  because!: MinutesFault

  meetingId!: string
}

@ObjectType('MinutesCheck', { description: "What a check of a body's agreed minutes found." })
export class MinutesCheckType {
  @Field(() => Int, { description: 'How many were checked, of those the viewer may see.' })
  checked!: number

  @Field(() => [MinutesFaultType], { description: 'Empty: all are as they were agreed.' })
  faults!: MinutesFaultType[]
}
