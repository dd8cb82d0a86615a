import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { DueInput } from '../../platform/graphql/due.js'
import { OwnerInput } from '../../platform/graphql/owner.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { ActionType } from './action.type.js'

@ObjectType('ActionBatch', { description: 'Actions that were changed in one command.' })
export class ActionBatchType {
  @Field(() => ID, { description: 'The mutationId of the command, for `undoAct`.' })
  id!: string

  @Field(() => [ActionType])
  actions!: ActionType[]
}

@InputType('ActionsTransferInput')
export class ActionsTransferInput {
  @Field(() => ID, { description: 'The body that is to take them on; it accepts or declines each.' })
  bodyId!: string
}

@InputType('ChangeActionsInput', {
  description: 'One change for many actions: exactly one of owner, due, noDue, drop, transfer.',
})
export class ChangeActionsInput extends CommandInput {
  @Field(() => [ID], { description: 'At most 200.' })
  ids!: string[]

  @Field(() => OwnerInput, { nullable: true })
  owner?: OwnerInput | null

  @Field(() => DueInput, { nullable: true })
  due?: DueInput | null

  @Field(() => Boolean, { nullable: true, description: 'Takes the dates away.' })
  noDue?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Drops them; takes a reason.' })
  drop?: boolean | null

  @Field(() => ActionsTransferInput, { nullable: true, description: 'Offers them to another body; takes a reason.' })
  transfer?: ActionsTransferInput | null

  @Field(() => String, { nullable: true })
  reason?: string | null
}
