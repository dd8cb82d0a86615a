import type { VoteCounts } from '@camau/domain'
import { Field, Int, ObjectType } from 'type-graphql'

@ObjectType('VoteCounts', { description: 'How a vote went, or stands.' })
export class VoteCountsType implements VoteCounts {
  @Field(() => Int, { description: 'Votes for.' })
  for!: number

  @Field(() => Int, { description: 'Votes against.' })
  against!: number

  @Field(() => Int, { description: 'Votes that were neither.' })
  abstained!: number
}
