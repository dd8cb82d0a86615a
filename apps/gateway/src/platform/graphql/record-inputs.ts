import { Field, ID, InputType } from 'type-graphql'

/** What every command carries: sent twice with the same `mutationId` it is done once. */
@InputType()
export abstract class CommandInput {
  @Field(() => ID, { description: 'UUIDv7 made by the client; sent again, the command answers as before.' })
  mutationId!: string
}

@InputType('ActionInput', { description: 'A command on one record.' })
export class ActionInput extends CommandInput {
  @Field(() => ID)
  id!: string
}

@InputType('ReasonInput', { description: 'A command on one record that needs a reason.' })
export class ReasonInput extends ActionInput {
  @Field(() => String)
  reason!: string
}
