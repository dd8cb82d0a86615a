import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import type { Directory } from '../../platform/directory.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { commitmentType } from './legacy.shape.js'
import type { LegacyStore } from './legacy.store.js'
import { CommitmentType, LedgerEntryType, LegacyItemType, RecommendationType } from './legacy.type.js'

@Resolver(() => LegacyItemType)
export class LegacyItemFieldsResolver {
  constructor(private readonly needs: { legacy: LegacyStore; directory: Directory; now: () => Date }) {}

  @FieldResolver(() => entity('Workstream'), { nullable: true })
  workstream(@Root() item: LegacyItemType, @Ctx() { load }: Context): Promise<Entities['Workstream'] | null> {
    return load.find('Workstream', item.workstreamId)
  }

  @FieldResolver(() => [entity('WorkArea')])
  workAreas(@Root() item: LegacyItemType, @Ctx() { load }: Context): Promise<Entities['WorkArea'][]> {
    return load.list('WorkArea', item.workAreaIds)
  }

  @FieldResolver(() => [entity('Indicator')])
  indicators(@Root() item: LegacyItemType, @Ctx() { load }: Context): Promise<Entities['Indicator'][]> {
    return load.list('Indicator', item.indicatorIds)
  }

  @FieldResolver(() => [CommitmentType])
  async commitments(@Root() item: LegacyItemType, @Ctx() { viewer }: Context): Promise<CommitmentType[]> {
    const { legacy, directory, now } = this.needs
    const names = await directory.now()
    const all = await legacy.commitments(viewer)
    return all
      .filter(({ legacyItemId }) => legacyItemId === item.id)
      .map((commitment) => commitmentType(commitment, names, now()))
  }
}

@Resolver(() => RecommendationType)
export class RecommendationResolver {
  @FieldResolver(() => entity('Publication'), { nullable: true, description: 'The report that recommends it.' })
  publication(@Root() one: RecommendationType, @Ctx() { load }: Context): Promise<Entities['Publication'] | null> {
    return load.find('Publication', one.publicationId)
  }
}

@Resolver(() => CommitmentType)
export class CommitmentFieldsResolver {
  @FieldResolver(() => LegacyItemType, { nullable: true })
  legacyItem(@Root() one: CommitmentType, @Ctx() { load }: Context): Promise<Entities['LegacyItem'] | null> {
    return load.find('LegacyItem', one.legacyItemId)
  }

  @FieldResolver(() => entity('Workstream'), { nullable: true })
  workstream(@Root() one: CommitmentType, @Ctx() { load }: Context): Promise<Entities['Workstream'] | null> {
    return load.find('Workstream', one.workstreamId)
  }

  @FieldResolver(() => [entity('Body')])
  responsible(@Root() one: CommitmentType, @Ctx() { load }: Context): Promise<Entities['Body'][]> {
    return load.list('Body', one.responsibleIds)
  }

  @FieldResolver(() => [entity('Action')])
  actions(@Root() one: CommitmentType, @Ctx() { load }: Context): Promise<Entities['Action'][]> {
    return load.list('Action', one.actionIds)
  }

  @FieldResolver(() => [entity('Funding')])
  funding(@Root() one: CommitmentType, @Ctx() { load }: Context): Promise<Entities['Funding'][]> {
    return load.list('Funding', one.fundingIds)
  }
}

@Resolver(() => LedgerEntryType)
export class LedgerEntryResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: LedgerEntryType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }
}
