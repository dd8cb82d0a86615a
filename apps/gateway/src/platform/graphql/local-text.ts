import { fitting, type LocalText, type TextLimit } from '@camau/domain'
import { Field, InputType, ObjectType } from 'type-graphql'

@ObjectType('LocalText', { description: 'Text in the two languages; a missing one is awaiting translation.' })
export class LocalTextType implements LocalText {
  @Field(() => String, { nullable: true })
  en!: string | null

  @Field(() => String, { nullable: true })
  cy!: string | null
}

@InputType('LocalTextInput', {
  description: 'Text in one or both languages; what is left out is awaiting translation.',
})
export class LocalTextInput {
  @Field(() => String, { nullable: true })
  en?: string | null

  @Field(() => String, { nullable: true })
  cy?: string | null
}

/** What somebody gave, without outer blanks; an empty language counts as not given. */
export function givenText(field: TextLimit, { en, cy }: LocalTextInput): LocalText {
  return { en: fitting(field, en) || null, cy: fitting(field, cy) || null }
}

/** As a patch carries it. */
export const patchText = (text: LocalText | null) => text && { __typename: 'LocalText', en: text.en, cy: text.cy }
