import type { Source } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { SourceType } from '../../platform/graphql/source.js'
import { needed, neededNumber, neededSource, number, source, text } from '../../platform/record-parts.js'
import { type Register, type RegisterRecord, registerModel } from './register.store.js'

export interface PhaseRecord extends RegisterRecord {
  number: number
  title: string
  period: string
  workAreaCount: number | null
  note: string | null
  source: Source
  alsoSeenIn: Source[]
}

export const phaseModel = (db: Connection) =>
  registerModel<PhaseRecord>(db, 'Phase', 'phases', {
    number: neededNumber,
    title: needed,
    period: needed,
    workAreaCount: number,
    note: text,
    source: neededSource,
    alsoSeenIn: [source],
  })

@ObjectType('Phase', { description: 'A stretch of the programme.' })
export class PhaseType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  number!: number

  @Field(() => String)
  title!: string

  @Field(() => String)
  period!: string

  @Field(() => Int, { nullable: true, description: 'null where the documents give no number.' })
  workAreaCount!: number | null

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => SourceType)
  source!: SourceType

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]
}

@Resolver(() => PhaseType)
export class PhaseResolver {
  constructor(private readonly register: Register<PhaseRecord>) {}

  @Query(() => [PhaseType])
  async phases(): Promise<PhaseType[]> {
    return (await this.register.all()).map(({ _id, ...record }) =>
      Object.assign(new PhaseType(), { id: _id, ...record }),
    )
  }
}
