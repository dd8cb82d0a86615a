import { Field, ID, InputType, Int } from 'type-graphql'
import { LocalTextInput } from '../../platform/graphql/local-text.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'

@InputType('ProposeWorkAreaInput')
export class ProposeWorkAreaInput extends ActionInput {
  @Field(() => ID, { description: 'Of the workstream (`ws-1`), not of its body.' })
  workstreamId!: string

  @Field(() => ID, { description: 'A phase that is open.' })
  phaseId!: string

  @Field(() => LocalTextInput)
  title!: LocalTextInput

  @Field(() => Int, { nullable: true, description: 'Its number within the workstream; left out where it has none.' })
  strandNumber?: number | null
}

@InputType('ActivateWorkAreaInput')
export class ActivateWorkAreaInput extends ActionInput {
  @Field(() => ID, { nullable: true, description: 'The decision of the advisory group that takes it on.' })
  decisionId?: string | null
}

@InputType('AddProgressPointInput', { description: '`id` is the work area’s.' })
export class AddProgressPointInput extends ActionInput {
  @Field(() => String)
  text!: string
}
