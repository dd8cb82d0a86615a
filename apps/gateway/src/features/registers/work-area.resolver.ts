import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import type { Register } from './register.store.js'
import { type WorkAreaRecord, WorkAreaType, workAreaType } from './work-area.type.js'

@Resolver(() => WorkAreaType)
export class WorkAreaResolver {
  constructor(private readonly register: Register<WorkAreaRecord>) {}

  @Query(() => [WorkAreaType])
  async workAreas(): Promise<WorkAreaType[]> {
    return (await this.register.all()).map(workAreaType)
  }

  @FieldResolver(() => entity('Workstream'), { nullable: true })
  workstream(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['Workstream'] | null> {
    return load.find('Workstream', area.workstreamId)
  }

  @FieldResolver(() => [entity('Body')])
  bodies(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['Body'][]> {
    return load.list('Body', area.bodyIds)
  }

  @FieldResolver(() => [entity('Funding')])
  funding(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['Funding'][]> {
    return load.list('Funding', area.fundingIds)
  }

  @FieldResolver(() => [entity('LegacyItem')])
  legacyItems(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['LegacyItem'][]> {
    return load.list('LegacyItem', area.legacyItemIds)
  }
}
