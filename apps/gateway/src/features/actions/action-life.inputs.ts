import { Field, ID, InputType, Int } from 'type-graphql'
import { OwnerInput } from '../../platform/graphql/owner.js'
import { ActionInput, ReasonInput } from '../../platform/graphql/record-inputs.js'

@InputType('ProposeActionTransferInput', { description: 'Offers an action to another body.' })
export class ProposeActionTransferInput extends ReasonInput {
  @Field(() => ID, { description: 'The body that is to take it on.' })
  bodyId!: string
}

@InputType('SupersedeActionInput', { description: 'Lets another action take the place of this one.' })
export class SupersedeActionInput extends ReasonInput {
  @Field(() => ID, { description: 'The action that takes its place.' })
  byId!: string

  @Field(() => Int, { nullable: true, description: 'Version of `status` the person saw.' })
  basedOn?: number | null
}

@InputType('ActionSupporterInput', { description: 'An action, and who helps its owner.' })
export class ActionSupporterInput extends ActionInput {
  @Field(() => OwnerInput)
  supporter!: OwnerInput
}
