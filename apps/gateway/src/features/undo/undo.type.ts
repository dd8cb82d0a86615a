import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { CommandInput } from '../../platform/graphql/record-inputs.js'

@ObjectType('UndoneRecord', { description: 'A record that is again as it was.' })
export class UndoneRecordType {
  @Field(() => String, { description: 'Its GraphQL type.' })
  type!: string

  @Field(() => ID)
  id!: string
}

@ObjectType('UndoneAct', { description: 'A command that was taken back by whoever gave it.' })
export class UndoneActType {
  @Field(() => ID, { description: 'The mutationId the act was given under.' })
  id!: string

  @Field(() => String, { description: 'The command that was taken back: `closeAction`.' })
  command!: string

  @Field(() => [UndoneRecordType], { description: 'In the order in which the act changed them.' })
  records!: readonly UndoneRecordType[]
}

@InputType('UndoActInput')
export class UndoActInput extends CommandInput {
  @Field(() => ID, { description: 'The mutationId the act was given under.' })
  actId!: string
}
