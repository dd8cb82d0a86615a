import { Field, ID, InputType, Int } from 'type-graphql'
import { DueInput } from '../../platform/graphql/due.js'
import { OwnerInput } from '../../platform/graphql/owner.js'
import { ActionInput, ReasonInput } from '../../platform/graphql/record-inputs.js'

export { ActionInput, ReasonInput }

@InputType('ProposeActionInput')
export class ProposeActionInput extends ActionInput {
  @Field(() => ID)
  bodyId!: string

  @Field(() => String)
  title!: string

  @Field(() => ID, { nullable: true })
  meetingId?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'The action it is a part of. Refused: too-deep, parent-on-other-body, not-divisible-now.',
  })
  parentId?: string | null

  @Field(() => OwnerInput, { nullable: true })
  owner?: OwnerInput | null

  @Field(() => DueInput, { nullable: true })
  due?: DueInput | null

  @Field(() => [OwnerInput], {
    nullable: true,
    description:
      'Restricts it from the first: nobody else is ever told of it. For those who rule or prepare on the body.',
  })
  restrictedTo?: OwnerInput[] | null
}

@InputType('AssignActionInput')
export class AssignActionInput extends ActionInput {
  @Field(() => OwnerInput)
  owner!: OwnerInput

  @Field(() => DueInput, { nullable: true })
  due?: DueInput | null

  @Field(() => Int, { nullable: true, description: 'Version of `owner` the person saw.' })
  basedOn?: number | null
}

@InputType('SetActionDueDateInput')
export class SetActionDueDateInput extends ActionInput {
  @Field(() => DueInput, { nullable: true, description: 'null takes the date away.' })
  due?: DueInput | null

  @Field(() => String, { nullable: true, description: 'Needed from the second move on.' })
  reason?: string | null

  @Field(() => Int, { nullable: true, description: 'Version of `due` the person saw.' })
  basedOn?: number | null
}

@InputType('ReportActionProgressInput')
export class ReportActionProgressInput extends ActionInput {
  @Field(() => String)
  text!: string
}

@InputType('CompleteActionInput')
export class CompleteActionInput extends ActionInput {
  @Field(() => String)
  evidence!: string

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is done although something it waits for is not (requirements, row 42); without it, that is refused with `blocked`.',
  })
  override?: string | null

  @Field(() => Int, { nullable: true, description: 'Version of `status` the person saw.' })
  basedOn?: number | null
}

@InputType('CloseActionInput')
export class CloseActionInput extends ActionInput {
  @Field(() => String, { nullable: true, description: 'Needed unless the owner called it done.' })
  evidence?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is done although something it waits for is not (requirements, row 42); without it, that is refused with `blocked`.',
  })
  override?: string | null

  @Field(() => Int, { nullable: true, description: 'Version of `status` the person saw.' })
  basedOn?: number | null
}
