import { conditionStates, type FundingBasis, fundingBases } from '@camau/domain'
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { SourceType } from '../../platform/graphql/source.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    FundingCondition: FundingConditionType
  }
}

export const FundingBasisEnum = wordsEnum('FundingBasis', fundingBases, 'What an amount is; never mixed (row 57).')
export const ConditionStateEnum = wordsEnum('ConditionState', conditionStates, 'Unmet from its review date on.')

@ObjectType('FundingTotal', {
  description: 'One total for each basis. Lines without a figure are counted, not added as zero.',
})
export class FundingTotalType {
  @Field(() => FundingBasisEnum)
  basis!: FundingBasis

  @Field(() => Float, { nullable: true, description: 'null: no line has a figure, or they are rates.' })
  sumGBP!: number | null

  @Field(() => Int)
  lines!: number

  @Field(() => Int)
  withoutFigure!: number

  @Field(() => Int)
  approximate!: number

  @Field(() => Int)
  ambiguous!: number
}

@ObjectType('Itemised', { description: 'What the lines within a larger one come to (row 57).' })
export class ItemisedType {
  @Field(() => Int)
  lines!: number

  @Field(() => Float)
  sumGBP!: number

  @Field(() => Float, { nullable: true, description: 'What the printed amount has beyond them.' })
  restGBP!: number | null
}

@Entity('FundingCondition', { description: 'What money is tied to, with evidence and a day to look again (row 58).' })
export class FundingConditionType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => String)
  text!: string

  @Field(() => String, { nullable: true, description: 'null: the documents name no day.' })
  reviewOn!: string | null

  @Field(() => String, { nullable: true })
  evidence!: string | null

  @Field(() => ConditionStateEnum)
  state!: (typeof conditionStates)[number]

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null
}

export const traceKinds = ['work-area', 'action', 'measure'] as const
export const TraceKindEnum = wordsEnum('TraceKind', traceKinds, 'What money leads to.')

@ObjectType('TraceStep', { description: 'One record that money leads to, and how many steps away it is (row 59).' })
export class TraceStepType {
  @Field(() => ID)
  id!: string

  @Field(() => TraceKindEnum)
  kind!: (typeof traceKinds)[number]

  @Field(() => String)
  title!: string

  @Field(() => Int)
  steps!: number

  @Field(() => ID, { description: 'The record it was reached from.' })
  from!: string
}

@InputType('AddFundingConditionInput')
export class AddFundingConditionInput extends ActionInput {
  @Field(() => ID)
  fundingId!: string

  @Field(() => String)
  text!: string

  @Field(() => String)
  reviewOn!: string
}

@InputType('SetConditionReviewInput')
export class SetConditionReviewInput extends ActionInput {
  @Field(() => String)
  reviewOn!: string
}

@InputType('MeetFundingConditionInput')
export class MeetFundingConditionInput extends ActionInput {
  @Field(() => String)
  evidence!: string
}
