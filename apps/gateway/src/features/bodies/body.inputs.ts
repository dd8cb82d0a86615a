import type { BodyKind, Sector } from '@camau/domain'
import { Field, ID, InputType } from 'type-graphql'
import { BodyKindEnum, SectorEnum } from '../../platform/graphql/enums.js'
import { LocalTextInput } from '../../platform/graphql/local-text.js'
import { PlacementInput } from '../../platform/graphql/placement.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'

@InputType('ProposeBodyInput')
export class ProposeBodyInput extends ActionInput {
  @Field(() => BodyKindEnum, { description: 'TASK_AND_FINISH or OTHER.' })
  kind!: BodyKind

  @Field(() => LocalTextInput)
  name!: LocalTextInput

  @Field(() => ID, { nullable: true, description: 'The body it reports to; a task and finish group needs one.' })
  parentId?: string | null

  @Field(() => String, { nullable: true, description: 'What it is to do; a task and finish group needs one.' })
  remit?: string | null

  @Field(() => String, { nullable: true, description: 'A day, month or year; a task and finish group needs one.' })
  plannedEnd?: string | null

  @Field(() => SectorEnum, { nullable: true })
  sector?: Sector | null
}

@InputType('StartBodyInput')
export class StartBodyInput extends ActionInput {
  @Field(() => String, { nullable: true, description: 'The day it starts; today, if left out.' })
  day?: string | null
}

@InputType('CloseBodyInput')
export class CloseBodyInput extends ActionInput {
  @Field(() => String, { nullable: true, description: 'The day it ends; today, if left out.' })
  day?: string | null

  @Field(() => String, { nullable: true })
  reason?: string | null

  @Field(() => ID, { nullable: true, description: 'The body that follows it.' })
  successorId?: string | null

  @Field(() => [PlacementInput], {
    nullable: true,
    description: 'Where each unfinished action goes. One left out is refused with `items-unplaced` and the list.',
  })
  items?: PlacementInput[] | null
}

@InputType('NameSuccessorInput')
export class NameSuccessorInput extends ActionInput {
  @Field(() => ID)
  successorId!: string

  @Field(() => String, { nullable: true })
  reason?: string | null
}
