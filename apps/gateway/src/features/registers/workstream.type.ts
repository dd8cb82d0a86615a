import type { LocalText, Source } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, Entity, entity } from '../../platform/graphql/entity.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { SourceType } from '../../platform/graphql/source.js'
import { needed, neededNumber, neededSource, neededText, source } from '../../platform/record-parts.js'
import { type Register, type RegisterRecord, registerModel } from './register.store.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Workstream: WorkstreamType
  }
}

export interface WorkstreamRecord extends RegisterRecord {
  number: number
  bodyId: string
  title: LocalText
  shortTitle: string
  titleVariants: string[]
  source: Source
  alsoSeenIn: Source[]
}

export const workstreamModel = (db: Connection) =>
  registerModel<WorkstreamRecord>(db, 'Workstream', 'workstreams', {
    number: neededNumber,
    bodyId: needed,
    title: neededText,
    shortTitle: needed,
    titleVariants: [String],
    source: neededSource,
    alsoSeenIn: [source],
  })

@Entity('Workstream', { description: 'One of the three strands of the programme.' })
export class WorkstreamType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  number!: number

  @Field(() => LocalTextType)
  title!: LocalTextType

  @Field(() => String)
  shortTitle!: string

  @Field(() => [String], { description: 'What else the documents call it.' })
  titleVariants!: string[]

  @Field(() => SourceType)
  source!: SourceType

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  bodyId!: string
}

export const workstreamType = ({ _id, ...record }: WorkstreamRecord): WorkstreamType =>
  Object.assign(new WorkstreamType(), { id: _id, ...record })

@Resolver(() => WorkstreamType)
export class WorkstreamResolver {
  constructor(private readonly register: Register<WorkstreamRecord>) {}

  @Query(() => [WorkstreamType])
  async workstreams(): Promise<WorkstreamType[]> {
    return (await this.register.all()).map(workstreamType)
  }

  @FieldResolver(() => entity('Body'))
  body(@Root() { bodyId }: WorkstreamType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', bodyId)
  }
}
