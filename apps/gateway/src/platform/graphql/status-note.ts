import type { StatusNote } from '@camau/domain'
import { Field, ObjectType } from 'type-graphql'
import { SourceType } from './source.js'

@ObjectType('StatusNote', { description: 'What a source document said of something at its date.' })
export class StatusNoteType implements StatusNote {
  @Field(() => String)
  asOf!: string

  @Field(() => String, { description: "The source's own word: requested, planned, delayed, continuing…" })
  status!: string

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => SourceType)
  source!: SourceType
}
