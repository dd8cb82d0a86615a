import { Field, ID, InputType, Int } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { LocalTextInput, LocalTextType } from '../../platform/graphql/local-text.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import type { StoredTerms } from './terms.kind.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    TermsOfReference: TermsOfReferenceType
  }
}

const TermsStateEnum = wordsEnum(
  'TermsState',
  ['draft', 'published'] as const,
  'Where a version of terms of reference stands.',
)

@Entity('TermsOfReference', {
  description: 'One version of what a body is for. Published ones are public and never change (requirements, row 12).',
})
export class TermsOfReferenceType {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: '1, 2, 3… on this body.' })
  number!: number

  @Field(() => LocalTextType)
  text!: LocalTextType

  @Field(() => TermsStateEnum)
  state!: 'draft' | 'published'

  @Field(() => DateTimeISO)
  draftedAt!: Date

  @Field(() => DateTimeISO, { nullable: true })
  publishedAt!: Date | null

  @Field(() => Int)
  version!: number

  bodyId!: string
  draftedById!: string
  publishedById!: string | null
}

export const termsType = ({ draftedBy, publishedBy, ...same }: StoredTerms): TermsOfReferenceType =>
  Object.assign(new TermsOfReferenceType(), same, { draftedById: draftedBy, publishedById: publishedBy })

@InputType('DraftTermsOfReferenceInput')
export class DraftTermsOfReferenceInput extends ActionInput {
  @Field(() => ID)
  bodyId!: string

  @Field(() => LocalTextInput)
  text!: LocalTextInput
}

@InputType('ReviseTermsOfReferenceInput')
export class ReviseTermsOfReferenceInput extends ActionInput {
  @Field(() => LocalTextInput)
  text!: LocalTextInput
}
