import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { type FundingRecord, FundingType, fundingType } from './funding.type.js'
import type { Register } from './register.store.js'

@Resolver(() => FundingType)
export class FundingResolver {
  constructor(private readonly register: Register<FundingRecord>) {}

  @Query(() => [FundingType])
  async funding(): Promise<FundingType[]> {
    return (await this.register.all()).map(fundingType)
  }

  @FieldResolver(() => [entity('Body')])
  funders(@Root() line: FundingType, @Ctx() { load }: Context): Promise<Entities['Body'][]> {
    return load.list('Body', line.funderIds)
  }

  @FieldResolver(() => [entity('Body')])
  recipients(@Root() line: FundingType, @Ctx() { load }: Context): Promise<Entities['Body'][]> {
    return load.list('Body', line.recipientIds)
  }

  @FieldResolver(() => entity('Workstream'), { nullable: true })
  workstream(@Root() line: FundingType, @Ctx() { load }: Context): Promise<Entities['Workstream'] | null> {
    return load.find('Workstream', line.workstreamId)
  }

  @FieldResolver(() => FundingType, { nullable: true, description: 'The larger sum this is part of.' })
  parent(@Root() line: FundingType, @Ctx() { load }: Context): Promise<Entities['Funding'] | null> {
    return load.find('Funding', line.parentId)
  }

  @FieldResolver(() => [entity('WorkArea')])
  workAreas(@Root() line: FundingType, @Ctx() { load }: Context): Promise<Entities['WorkArea'][]> {
    return load.list('WorkArea', line.workAreaIds)
  }

  @FieldResolver(() => [entity('LegacyItem')])
  legacyItems(@Root() line: FundingType, @Ctx() { load }: Context): Promise<Entities['LegacyItem'][]> {
    return load.list('LegacyItem', line.legacyItemIds)
  }
}
