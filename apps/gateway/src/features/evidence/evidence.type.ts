import type { Audience } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { AudienceEnum } from '../../platform/graphql/enums.js'
import { OwnerInput } from '../../platform/graphql/owner.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { SourceType } from '../../platform/graphql/source.js'
import type { StoredFinding, StoredPractice } from './evidence.kinds.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Finding: FindingType
    Lesson: LessonType
    GoodPractice: GoodPracticeType
  }
}

@Entity('Finding', { description: 'What research, a review or an inquiry found, and what rests on it (row 60).' })
export class FindingType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => String)
  text!: string

  @Field(() => String, { description: 'Never empty: who found it, and where it stands.' })
  sourceLine!: string

  @Field(() => String, { nullable: true })
  date!: string | null

  @Field(() => String, { nullable: true })
  population!: string | null

  @Field(() => Boolean, { description: 'Nothing rests on it yet.' })
  unlinked!: boolean

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  stored!: StoredFinding
}

@ObjectType('EvidenceGaps', { description: 'Findings nothing rests on, and actions that rest on none (row 60).' })
export class EvidenceGapsType {
  @Field(() => [FindingType])
  findings!: FindingType[]

  actionIds!: string[]
}

@Entity('Lesson', { description: 'What authorities learned from each other (row 53).' })
export class LessonType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => String)
  session!: string

  @Field(() => String)
  heldOn!: string

  @Field(() => String)
  topic!: string

  @Field(() => String)
  text!: string

  @Field(() => String, { nullable: true })
  authority!: string | null

  @Field(() => [String])
  sharedWith!: string[]
}

@Entity('GoodPractice', { description: 'Something that works, and where (row 63).' })
export class GoodPracticeType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => String)
  title!: string

  @Field(() => String)
  text!: string

  @Field(() => String)
  area!: string

  @Field(() => String, { nullable: true })
  authority!: string | null

  @Field(() => String)
  sourceLine!: string

  @Field(() => String, { nullable: true })
  reviewOn!: string | null

  @Field(() => AudienceEnum)
  audience!: Audience

  stored!: StoredPractice
}

@InputType('AddFindingInput')
export class AddFindingInput extends ActionInput {
  @Field(() => String)
  text!: string

  @Field(() => String)
  sourceLine!: string

  @Field(() => String, { nullable: true })
  date?: string | null

  @Field(() => String, { nullable: true })
  population?: string | null

  @Field(() => ID, { nullable: true })
  workstreamId?: string | null

  @Field(() => ID, { nullable: true })
  publicationId?: string | null
}

@InputType('CiteFindingInput', { description: 'Actions and decisions that rest on the finding.' })
export class CiteFindingInput extends ActionInput {
  @Field(() => [ID], { nullable: true })
  actionIds?: string[] | null

  @Field(() => [ID], { nullable: true })
  decisionIds?: string[] | null
}

@InputType('AddLessonInput')
export class AddLessonInput extends ActionInput {
  @Field(() => String)
  session!: string

  @Field(() => String)
  heldOn!: string

  @Field(() => String)
  topic!: string

  @Field(() => String)
  text!: string

  @Field(() => String, { nullable: true })
  authority?: string | null

  @Field(() => [String], { nullable: true })
  sharedWith?: string[] | null

  @Field(() => ID, { nullable: true })
  workstreamId?: string | null
}

@InputType('AddGoodPracticeInput')
export class AddGoodPracticeInput extends ActionInput {
  @Field(() => String)
  title!: string

  @Field(() => String)
  text!: string

  @Field(() => String)
  area!: string

  @Field(() => String, { nullable: true })
  authority?: string | null

  @Field(() => String)
  sourceLine!: string

  @Field(() => OwnerInput, { nullable: true })
  owner?: OwnerInput | null

  @Field(() => String, { nullable: true })
  reviewOn?: string | null

  @Field(() => ID, { nullable: true })
  workstreamId?: string | null
}

@InputType('SetPracticeReviewInput', { description: 'Who answers for it, and when it is looked at again.' })
export class SetPracticeReviewInput extends ActionInput {
  @Field(() => OwnerInput)
  owner!: OwnerInput

  @Field(() => String)
  reviewOn!: string
}

@InputType('PublishGoodPracticeInput')
export class PublishGoodPracticeInput extends ActionInput {}
