import {
  implementationStates,
  type PublicationStage,
  publicationStages,
  type TranslationState,
  translationStates,
} from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { OwnerInput } from '../../platform/graphql/owner.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import type { StoredPublicationState } from './publication-state.kind.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    PublicationState: PublicationStateType
  }
}

export const PublicationStageEnum = wordsEnum(
  'PublicationStage',
  publicationStages,
  'Where a document stands (row 61).',
)
export const TranslationStateEnum = wordsEnum('TranslationState', translationStates, 'Where its other language stands.')
export const ImplementationEnum = wordsEnum('Implementation', implementationStates, 'Whether it is in use (row 62).')

@ObjectType('Uptake', { description: 'What is known of the use of a document, dated.' })
export class UptakeType {
  @Field(() => Date)
  at!: Date

  @Field(() => String)
  text!: string
}

@Entity('PublicationState', {
  description: 'Where a document stands now, and whether it is put into use (rows 61, 62).',
})
export class PublicationStateType {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: '0: nothing was recorded beyond what the documents print.' })
  version!: number

  @Field(() => PublicationStageEnum)
  stage!: PublicationStage

  @Field(() => Boolean, { description: 'Published, in force or amended.' })
  published!: boolean

  @Field(() => String, { nullable: true, description: 'Which version of the document this is.' })
  edition!: string | null

  @Field(() => TranslationStateEnum)
  translation!: TranslationState

  @Field(() => [UptakeType])
  uptake!: UptakeType[]

  stored!: StoredPublicationState
}

@InputType('AddPublicationInput', {
  description: 'A document the programme is to produce; for members until it is published.',
})
export class AddPublicationInput extends ActionInput {
  @Field(() => String)
  title!: string

  @Field(() => String, { description: 'Report, guide, standards: in plain words.' })
  kind!: string

  @Field(() => String, { nullable: true })
  link?: string | null

  @Field(() => ID, { nullable: true })
  workstreamId?: string | null
}

@InputType('SetPublicationStateInput', { description: 'What is left out stays as it is.' })
export class SetPublicationStateInput extends ActionInput {
  @Field(() => PublicationStageEnum, { nullable: true })
  stage?: PublicationStage | null

  @Field(() => String, { nullable: true })
  edition?: string | null

  @Field(() => OwnerInput, { nullable: true })
  owner?: OwnerInput | null

  @Field(() => TranslationStateEnum, { nullable: true })
  translation?: TranslationState | null

  @Field(() => [ID], { nullable: true, description: 'Further actions that put it into use.' })
  actionIds?: string[] | null
}

@InputType('ReportUptakeInput')
export class ReportUptakeInput extends ActionInput {
  @Field(() => String)
  text!: string
}
