import type { Viewer } from '@camau/domain'
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import type { Loaders } from '../../platform/loaders.js'

@ObjectType('RegisterCounts', { description: 'How many records there are that you may see.' })
export class RegisterCountsType {
  @Field(() => Int)
  bodies!: number

  @Field(() => Int)
  actions!: number

  @Field(() => Int)
  legacyItems!: number

  @Field(() => Int, { description: 'Within the legacy items.' })
  commitments!: number

  @Field(() => Int, { description: 'Outside them.' })
  furtherCommitments!: number

  @Field(() => Int)
  dependencies!: number

  @Field(() => Int)
  funding!: number

  @Field(() => Int)
  indicators!: number

  @Field(() => Int)
  correspondence!: number

  @Field(() => Int)
  publications!: number

  @Field(() => Int)
  timeline!: number

  @Field(() => Int)
  glossary!: number

  @Field(() => Int)
  decisions!: number

  @Field(() => Int)
  workAreas!: number
}

export type Counters = { [Name in keyof RegisterCountsType]: (viewer: Viewer, load: Loaders) => Promise<number> }

@Resolver()
export class CountsResolver {
  constructor(private readonly counters: Counters) {}

  @Query(() => RegisterCountsType)
  async counts(@Ctx() { viewer, load }: Context): Promise<RegisterCountsType> {
    const entries = Object.entries(this.counters).map(
      async ([name, count]) => [name, await count(viewer, load)] as const,
    )
    return Object.assign(new RegisterCountsType(), Object.fromEntries(await Promise.all(entries)))
  }
}
