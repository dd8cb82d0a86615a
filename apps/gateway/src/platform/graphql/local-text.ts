import type { LocalText } from '@camau/domain'
import { Field, ObjectType } from 'type-graphql'

@ObjectType('LocalText', { description: 'Text in the two languages; a missing one is awaiting translation.' })
export class LocalTextType implements LocalText {
  @Field(() => String, { nullable: true })
  en!: string | null

  @Field(() => String, { nullable: true })
  cy!: string | null
}

/** As a patch carries it. */
export const patchText = (text: LocalText | null) => text && { __typename: 'LocalText', en: text.en, cy: text.cy }
