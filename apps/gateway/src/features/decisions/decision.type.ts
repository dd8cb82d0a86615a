import type { Audience } from '@camau/domain'
import { Field, ID, InputType, Int } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { AudienceEnum } from '../../platform/graphql/enums.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { SourceType } from '../../platform/graphql/source.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Decision: DecisionType
  }
}

@Entity('Decision', { description: 'What a meeting resolved. It has a date, and no owner.' })
export class DecisionType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  number!: number

  @Field(() => String)
  text!: string

  @Field(() => String, { description: 'A day, or as exact as the source gives it; empty where it gives none.' })
  date!: string

  @Field(() => AudienceEnum)
  audience!: Audience

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  @Field(() => Int)
  version!: number

  meetingId!: string | null
  bodyId!: string
  proposedById!: string | null
  recordedById!: string | null
  actionIds!: string[]
}

@InputType('RecordDecisionInput')
export class RecordDecisionInput extends CommandInput {
  @Field(() => ID)
  id!: string

  @Field(() => ID)
  meetingId!: string

  @Field(() => String)
  text!: string

  @Field(() => ID, { nullable: true })
  proposedById?: string | null

  @Field(() => [ID], { nullable: true })
  actionIds?: string[] | null
}
