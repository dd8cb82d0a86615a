import { type DeliveryState, deliveryStates, type Response, responses, type TrackedRecommendation } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { SourceType } from '../../platform/graphql/source.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    TrackedRecommendation: TrackedRecommendationType
  }
}

const ResponseEnum = wordsEnum(
  'RecommendationResponse',
  responses,
  'Whether it was accepted; nothing is assumed (row 24).',
)
const DeliveryEnum = wordsEnum('RecommendationDelivery', deliveryStates, 'How far it has been carried out.')

@ObjectType('RecommendationState', { description: 'Where a recommendation stood at the end of a day (row 70).' })
export class RecommendationStateType {
  @Field(() => ResponseEnum)
  response!: Response

  @Field(() => DeliveryEnum)
  delivery!: DeliveryState

  @Field(() => String, { nullable: true })
  reason!: string | null

  @Field(() => String, { nullable: true })
  evidence!: string | null

  @Field(() => String, { nullable: true, description: '"In principle" is settled by this day.' })
  resolveBy!: string | null
}

@Entity('TrackedRecommendation', { description: 'What a report recommended, and what became of it (row 23).' })
export class TrackedRecommendationType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => String)
  text!: string

  @Field(() => RecommendationStateType)
  state!: RecommendationStateType

  @Field(() => String, { nullable: true, description: 'The first day on which "in principle" was left too long (U8).' })
  overdueSince!: string | null

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  publicationId!: string | null
  actionIds!: string[]
  tracked!: TrackedRecommendation
}

@ObjectType('RecommendationCoverage', { description: 'How far one report is folded into the work (row 23).' })
export class RecommendationCoverageType {
  @Field(() => Int)
  total!: number

  @Field(() => Int)
  accepted!: number

  @Field(() => Int)
  rejected!: number

  @Field(() => Int)
  notStated!: number

  @Field(() => Int, { description: 'Actions follow from it.' })
  integrated!: number

  @Field(() => Int, { description: '"In principle", and not settled by the day that was set (U8).' })
  overdue!: number

  @Field(() => Int, { description: 'Neither rejected nor delivered.' })
  outstanding!: number
}

@ObjectType('RecommendationSource', { description: 'One report with what it recommends and how far that is covered.' })
export class RecommendationSourceType {
  @Field(() => RecommendationCoverageType)
  coverage!: RecommendationCoverageType

  @Field(() => [TrackedRecommendationType])
  recommendations!: TrackedRecommendationType[]

  publicationId!: string
}

@InputType('AddRecommendationInput', {
  description: 'What a report recommends, in its own words; for members until it is published.',
})
export class AddRecommendationInput extends ActionInput {
  @Field(() => ID)
  publicationId!: string

  @Field(() => String)
  text!: string
}

@InputType('StateRecommendationInput', { description: 'A dated statement on a recommendation.' })
export class StateRecommendationInput extends ActionInput {
  @Field(() => String, { description: '`YYYY-MM-DD`' })
  day!: string

  @Field(() => ResponseEnum)
  response!: Response

  @Field(() => DeliveryEnum)
  delivery!: DeliveryState

  @Field(() => String, { nullable: true, description: 'Needed to reject: `reason-needed`.' })
  reason?: string | null

  @Field(() => String, { nullable: true, description: 'Needed for what is delivered: `evidence-needed`.' })
  evidence?: string | null

  @Field(() => String, { nullable: true, description: 'Needed for "in principle": `resolve-by-needed`.' })
  resolveBy?: string | null

  @Field(() => [ID], { nullable: true, description: 'Actions that follow from it; left out, they stay as they are.' })
  actionIds?: string[] | null
}
