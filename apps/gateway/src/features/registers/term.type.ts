import type { LocalText, Source } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Field, ID, Query, Resolver } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { SourceType } from '../../platform/graphql/source.js'
import { needed, neededSource, neededText } from '../../platform/record-parts.js'
import { type Register, type RegisterRecord, registerModel } from './register.store.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Term: TermType
  }
}

export interface TermRecord extends RegisterRecord {
  abbreviation: string
  term: LocalText
  definition: string
  expansionBasis: string
  alsoPrinted: string[]
  source: Source
}

export const termModel = (db: Connection) =>
  registerModel<TermRecord>(db, 'Term', 'glossary', {
    abbreviation: needed,
    term: neededText,
    definition: needed,
    expansionBasis: needed,
    alsoPrinted: [String],
    source: neededSource,
  })

@Entity('Term', { description: 'A short form or a label in both languages.' })
export class TermType {
  @Field(() => ID)
  id!: string

  @Field(() => String, { nullable: true })
  abbreviation!: string | null

  @Field(() => LocalTextType)
  term!: LocalTextType

  @Field(() => String)
  definition!: string

  @Field(() => String, { description: 'Whether the documents spell the short form out themselves.' })
  expansionBasis!: string

  @Field(() => [String])
  alsoPrinted!: string[]

  @Field(() => SourceType)
  source!: SourceType
}

export const termType = ({ _id, ...record }: TermRecord): TermType =>
  Object.assign(new TermType(), { id: _id, ...record })

@Resolver(() => TermType)
export class TermResolver {
  constructor(private readonly register: Register<TermRecord>) {}

  @Query(() => [TermType])
  async glossary(): Promise<TermType[]> {
    return (await this.register.all()).map(termType)
  }
}
