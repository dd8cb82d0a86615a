import type { ActionStatus } from '@camau/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { ActionStatusEnum } from '../../platform/graphql/enums.js'
import { DateTimeISO, JSONObject } from '../../platform/graphql/scalars.js'

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

@ObjectType('AgreedMinutes', { description: 'Minutes as they were agreed; they never change again.' })
export class AgreedMinutesType {
  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => JSONObject, { description: 'ProseMirror JSON.' })
  content!: object

  @Field(() => [MinutedActionType])
  actions!: MinutedActionType[]

  @Field(() => String, { description: 'Over content, actions and decisions in canonical JSON.' })
  sha256!: string

  personId!: string
  decisionIds!: string[]
}
