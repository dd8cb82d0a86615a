import { owns, Refusal, type Viewer, waitingProposal } from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { entity } from '../../platform/graphql/entity.js'
import { ActionInput, ReasonInput } from '../../platform/graphql/record-inputs.js'
import { acceptLegacyOwner } from './accept-legacy-owner.js'
import type { LegacyNeeds } from './change-legacy.js'
import { declineLegacyOwner } from './decline-legacy-owner.js'
import { commitmentType, handedType, legacyItemType } from './legacy.shape.js'
import { CommitmentType, HandedUnion, LegacyItemType, ProposeLegacyOwnerInput } from './legacy.type.js'
import { proposeLegacyOwner } from './propose-legacy-owner.js'
import { releaseLegacyOwner } from './release-legacy-owner.js'
import type { StoredHanded } from './stored-legacy.js'

export type LegacyResolverNeeds = LegacyNeeds & { now: () => Date }
type HandedShown = LegacyItemType | CommitmentType

@Resolver()
export class LegacyResolver {
  constructor(private readonly needs: LegacyResolverNeeds) {}

  @Query(() => [LegacyItemType])
  async legacyItems(@Ctx() { viewer }: Context): Promise<LegacyItemType[]> {
    const names = await this.needs.directory.now()
    return (await this.needs.legacy.items(viewer)).map((item) => legacyItemType(item, names))
  }

  @Query(() => LegacyItemType)
  async legacyItem(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<LegacyItemType> {
    const { record } = await this.needs.legacy.get(viewer, id)
    if (record.kind !== 'item') throw new Refusal('not-found')
    return legacyItemType(record, await this.needs.directory.now())
  }

  @Query(() => [CommitmentType], { description: 'Outstanding: those outside the seven items.' })
  async commitments(
    @Arg('outstanding', () => Boolean, { nullable: true }) outstanding: boolean | null,
    @Ctx() { viewer }: Context,
  ): Promise<CommitmentType[]> {
    const names = await this.needs.directory.now()
    const all = await this.needs.legacy.commitments(viewer)
    const wanted =
      typeof outstanding === 'boolean' ? all.filter((one) => (one.legacyItemId === null) === outstanding) : all
    return wanted.map((one) => commitmentType(one, names, this.needs.now()))
  }

  @Query(() => CommitmentType)
  async commitment(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<CommitmentType> {
    const { record } = await this.needs.legacy.get(viewer, id)
    if (record.kind !== 'commitment') throw new Refusal('not-found')
    return commitmentType(record, await this.needs.directory.now(), this.needs.now())
  }

  @Mutation(() => HandedUnion)
  async proposeLegacyOwner(
    @Arg('input', () => ProposeLegacyOwnerInput) input: ProposeLegacyOwnerInput,
    @Ctx() { viewer }: Context,
  ): Promise<HandedShown> {
    return this.shown(await proposeLegacyOwner(this.needs, viewer, input))
  }

  @Mutation(() => HandedUnion)
  async acceptLegacyOwner(
    @Arg('input', () => ActionInput) input: ActionInput,
    @Ctx() { viewer }: Context,
  ): Promise<HandedShown> {
    return this.shown(await acceptLegacyOwner(this.needs, viewer, input))
  }

  @Mutation(() => HandedUnion)
  async declineLegacyOwner(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() { viewer }: Context,
  ): Promise<HandedShown> {
    return this.shown(await declineLegacyOwner(this.needs, viewer, input))
  }

  @Mutation(() => HandedUnion)
  async releaseLegacyOwner(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() { viewer }: Context,
  ): Promise<HandedShown> {
    return this.shown(await releaseLegacyOwner(this.needs, viewer, input))
  }

  private async shown(record: StoredHanded): Promise<HandedShown> {
    return handedType(record, await this.needs.directory.now(), this.needs.now())
  }
}

@Resolver(() => entity('Viewer'))
export class ViewerLegacyResolver {
  constructor(private readonly needs: LegacyResolverNeeds) {}

  @FieldResolver(() => [HandedUnion], { description: 'Items and commitments the viewer is asked to answer for.' })
  async proposalsWaiting(@Ctx() { viewer }: Context): Promise<HandedShown[]> {
    const { legacy, directory, now } = this.needs
    const all: StoredHanded[] = [...(await legacy.items(viewer)), ...(await legacy.commitments(viewer))]
    const names = await directory.now()
    return all.filter((record) => isAsked(viewer, record)).map((record) => handedType(record, names, now()))
  }
}

const isAsked = (viewer: Viewer, record: StoredHanded) => owns(viewer, waitingProposal(record)?.owner ?? null)
