import type { DecisionKind, DecisionOutcome, VoteCounts } from '@camau/domain'
import { Field, ID, InputType, Int } from 'type-graphql'
import { OwnerInput } from '../../platform/graphql/owner.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DecisionKindEnum, DecisionOutcomeEnum } from './decision.type.js'

@InputType('VoteCountsInput', { description: 'How a vote went; whole numbers.' })
export class VoteCountsInput implements VoteCounts {
  @Field(() => Int)
  for!: number

  @Field(() => Int)
  against!: number

  @Field(() => Int)
  abstained!: number
}

@InputType('DissentInput', { description: 'Without a person: anonymously.' })
export class DissentInput {
  @Field(() => ID, { nullable: true })
  personId?: string | null

  @Field(() => String, { nullable: true })
  text?: string | null
}

/** What recording and correcting say alike. */
@InputType()
export abstract class DecisionWordsInput extends CommandInput {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  text!: string

  @Field(() => DecisionOutcomeEnum, { nullable: true, description: 'Left out: not stated.' })
  outcome?: DecisionOutcome | null

  @Field(() => ID, { nullable: true })
  proposedById?: string | null

  @Field(() => ID, { nullable: true, description: 'Not the person who proposed it.' })
  secondedById?: string | null

  @Field(() => VoteCountsInput, { nullable: true, description: 'Left out: without a vote.' })
  votes?: VoteCountsInput | null

  @Field(() => [DissentInput], { nullable: true })
  dissent?: DissentInput[] | null
}

@InputType('RecordDecisionInput')
export class RecordDecisionInput extends DecisionWordsInput {
  @Field(() => ID, { description: 'Its minutes must not be agreed yet.' })
  meetingId!: string

  @Field(() => [ID], { nullable: true })
  actionIds?: string[] | null

  @Field(() => DecisionKindEnum, { nullable: true, description: 'Left out: a decision.' })
  kind?: DecisionKind | null

  @Field(() => ID, { nullable: true, description: "Of advice: the minister's office it is given to." })
  recipientBodyId?: string | null

  @Field(() => ID, { nullable: true, description: 'The settled decision that this one corrects.' })
  replacesId?: string | null

  @Field(() => [OwnerInput], {
    nullable: true,
    description:
      'Restricts it from the first: nobody else is ever told of it. For those who rule or prepare on the body.',
  })
  restrictedTo?: OwnerInput[] | null
}

@InputType('CorrectDecisionInput', {
  description: 'The decision as it should read; what it said stays in its history.',
})
export class CorrectDecisionInput extends DecisionWordsInput {}

@InputType('ReplyToAdviceInput')
export class ReplyToAdviceInput extends CommandInput {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'At most 3,000 characters.' })
  text!: string
}
