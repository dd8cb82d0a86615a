import type { OwnerNeed } from '@camau/domain'
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { OwnerType } from '../../platform/graphql/owner.js'
import { commitmentType } from './legacy.shape.js'
import {
  CommitmentType,
  HandedUnion,
  LedgerEntryType,
  LegacyCourseType,
  LegacyItemType,
  LegacyUpdateType,
  OwnerNeedEnum,
  RecommendationType,
} from './legacy.type.js'
import { type HandedFieldsNeeds, ownerAsAt, ownerAsAtSays, ownerNeed, ownerNeedSays } from './owner-over-time.js'

@Resolver(() => LegacyItemType)
export class LegacyItemFieldsResolver {
  constructor(private readonly needs: HandedFieldsNeeds) {}

  @FieldResolver(() => OwnerNeedEnum, { nullable: true, description: ownerNeedSays })
  ownerNeed(@Root() { held }: LegacyItemType): Promise<OwnerNeed | null> {
    return ownerNeed(this.needs, held)
  }

  @FieldResolver(() => OwnerType, { nullable: true, description: ownerAsAtSays })
  ownerAsAt(@Root() { held }: LegacyItemType, @Arg('day', () => String) day: string): Promise<OwnerType | null> {
    return ownerAsAt(this.needs, held, day)
  }

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
  constructor(private readonly needs: HandedFieldsNeeds) {}

  @FieldResolver(() => OwnerNeedEnum, { nullable: true, description: ownerNeedSays })
  ownerNeed(@Root() { held }: CommitmentType): Promise<OwnerNeed | null> {
    return ownerNeed(this.needs, held)
  }

  @FieldResolver(() => OwnerType, { nullable: true, description: ownerAsAtSays })
  ownerAsAt(@Root() { held }: CommitmentType, @Arg('day', () => String) day: string): Promise<OwnerType | null> {
    return ownerAsAt(this.needs, held, day)
  }

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

@Resolver(() => LegacyCourseType)
export class LegacyCourseResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: LegacyCourseType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }

  @FieldResolver(() => HandedUnion, { nullable: true, description: 'What it was merged with, or replaced by.' })
  async into(
    @Root() { intoId }: LegacyCourseType,
    @Ctx() { load }: Context,
  ): Promise<Entities['LegacyItem'] | Entities['Commitment'] | null> {
    return (await load.find('LegacyItem', intoId)) ?? load.find('Commitment', intoId)
  }
}

@Resolver(() => LegacyUpdateType)
export class LegacyUpdateResolver {
  @FieldResolver(() => entity('Person'), {
    nullable: true,
    description: 'null: printed in a document of the programme.',
  })
  by(@Root() { personId }: LegacyUpdateType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', personId)
  }
}
