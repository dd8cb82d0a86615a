import type { LocalText, Source } from '@camau/domain'
import { Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { sourceDocuments } from '../source-documents.js'
import { LocalTextType } from './local-text.js'

@ObjectType('Source', { description: "Where in the programme's documents a statement stands." })
export class SourceType implements Source {
  @Field(() => String)
  file!: string

  @Field(() => String, { description: 'Section or paragraph, then the line of the text.' })
  locator!: string
}

@Resolver(() => SourceType)
export class SourceResolver {
  @FieldResolver(() => LocalTextType, { description: 'What the document is called.' })
  title(@Root() { file }: SourceType): LocalText {
    return sourceDocuments[file]?.title ?? { en: file, cy: null }
  }

  @FieldResolver(() => String, { nullable: true, description: 'Its date, as exact as it is known.' })
  date(@Root() { file }: SourceType): string | null {
    return sourceDocuments[file]?.date ?? null
  }
}
