import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { type IndicatorRecord, IndicatorType, indicatorType } from './indicator.type.js'
import type { Register } from './register.store.js'

@Resolver(() => IndicatorType)
export class IndicatorResolver {
  constructor(private readonly register: Register<IndicatorRecord>) {}

  @Query(() => [IndicatorType])
  async indicators(): Promise<IndicatorType[]> {
    return (await this.register.all()).map(indicatorType)
  }

  @FieldResolver(() => entity('Workstream'), { nullable: true })
  workstream(@Root() figure: IndicatorType, @Ctx() { load }: Context): Promise<Entities['Workstream'] | null> {
    return load.find('Workstream', figure.workstreamId)
  }

  @FieldResolver(() => entity('LegacyItem'), { nullable: true })
  legacyItem(@Root() figure: IndicatorType, @Ctx() { load }: Context): Promise<Entities['LegacyItem'] | null> {
    return load.find('LegacyItem', figure.legacyItemId)
  }
}
