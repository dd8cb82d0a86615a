import type { Audience } from '@camau/domain'
import { Field, ID, InputType, Int } from 'type-graphql'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { AudienceEnum } from '../../platform/graphql/enums.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'

const languages = ['en', 'cy'] as const
export const LetterLanguageEnum = wordsEnum('LetterLanguage', languages, 'The language of a letter.')
const kinds = ['letter', 'written-question'] as const
const LetterKindEnum = wordsEnum('LetterKind', kinds, 'What was received.')

@InputType('RecordLetterInput', { description: 'A letter or written question that was received or sent (row 67).' })
export class RecordLetterInput extends ActionInput {
  @Field(() => LetterKindEnum)
  kind!: (typeof kinds)[number]

  @Field(() => ID)
  fromBodyId!: string

  @Field(() => ID)
  toBodyId!: string

  @Field(() => [ID], { nullable: true, description: 'Bodies it was copied to.' })
  ccBodyIds?: string[] | null

  @Field(() => String, { description: 'Its day, `YYYY-MM-DD`.' })
  date!: string

  @Field(() => String, { nullable: true })
  ref?: string | null

  @Field(() => String)
  subject!: string

  @Field(() => [String], { nullable: true, description: 'What it asks, question by question.' })
  asks?: string[] | null

  @Field(() => [String], { nullable: true })
  answers?: string[] | null

  @Field(() => String, { nullable: true, description: 'The day an answer is due.' })
  due?: string | null

  @Field(() => LetterLanguageEnum, {
    nullable: true,
    description: 'A reply is written in the language of its question.',
  })
  language?: (typeof languages)[number] | null

  @Field(() => [ID], { nullable: true, description: 'One reply may answer several (row 68).' })
  replyToIds?: string[] | null
}

@InputType('DraftReplyInput', {
  description: 'Begins a reply, in the language of its question and due on the same day (row 76).',
})
export class DraftReplyInput extends ActionInput {
  @Field(() => [ID])
  replyToIds!: string[]

  @Field(() => [String], { nullable: true })
  answers?: string[] | null
}

@InputType('ReviseLetterInput', { description: 'A draft as it is to read from now on (rows 67 and 68).' })
export class ReviseLetterInput extends ActionInput {
  @Field(() => Int, { description: 'The version that was read.' })
  basedOn!: number

  @Field(() => String)
  subject!: string

  @Field(() => [String], { description: 'Point by point; none: a draft may be empty until it is sent.' })
  answers!: string[]

  @Field(() => String, { nullable: true, description: 'The day it is due, `YYYY-MM-DD`.' })
  due?: string | null

  @Field(() => [ID], { description: 'Every letter it answers, at least one.' })
  replyToIds!: string[]
}

@InputType('ShareLetterInput', { description: 'Opens a letter to scrutiny readers, or to everybody (row 69).' })
export class ShareLetterInput extends ActionInput {
  @Field(() => AudienceEnum)
  audience!: Audience
}
