import { owns, Refusal, type Viewer, waitingProposal } from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { entity } from '../../platform/graphql/entity.js'
import { ActionInput, ReasonInput } from '../../platform/graphql/record-inputs.js'
import { acceptLegacyOwner } from './accept-legacy-owner.js'
import { addLegacyUpdate } from './add-legacy-update.js'
import type { LegacyNeeds } from './change-legacy.js'
import { declineLegacyOwner } from './decline-legacy-owner.js'
import { explainLegacyOwner } from './explain-legacy-owner.js'
import { AddLegacyUpdateInput, SetLegacyCourseInput } from './legacy.inputs.js'
import { commitmentType, handedType, legacyItemType } from './legacy.shape.js'
import { CommitmentType, HandedUnion, LegacyItemType, ProposeLegacyOwnerInput } from './legacy.type.js'
import { type HandedFieldsNeeds, needOf } from './owner-over-time.js'
import { proposeLegacyOwner } from './propose-legacy-owner.js'
import { queryLegacyOwner } from './query-legacy-owner.js'
import { releaseLegacyOwner } from './release-legacy-owner.js'
import { setLegacyCourse } from './set-legacy-course.js'
import type { StoredHanded } from './stored-legacy.js'
import { withdrawLegacyOwner } from './withdraw-legacy-owner.js'

export type LegacyResolverNeeds = LegacyNeeds & HandedFieldsNeeds
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

  @Query(() => [HandedUnion], {
    description:
      'Numbered items and further commitments that nobody can answer for now, and commitments within items whose own owner is gone.',
  })
  async legacyNeedingOwner(@Ctx() { viewer }: Context): Promise<HandedShown[]> {
    const { legacy, directory, now } = this.needs
    const all: StoredHanded[] = [...(await legacy.items(viewer)), ...(await legacy.commitments(viewer))]
    const [names, answering] = [await directory.now(), await this.needs.answering()]
    // A commitment within an item is its item's owner's, until it has been somebody's own.
    const itself = (one: StoredHanded) => one.kind === 'item' || one.legacyItemId === null || one.ledger.length > 0
    return all
      .filter((one) => itself(one) && needOf(one, names, answering) !== null)
      .map((one) => handedType(one, names, now()))
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

  @Mutation(() => HandedUnion, {
    description:
      'Whoever was asked wants to know something first; the proposal goes on waiting, and the owner stays who it was.',
  })
  async queryLegacyOwner(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() { viewer }: Context,
  ): Promise<HandedShown> {
    return this.shown(await queryLegacyOwner(this.needs, viewer, input))
  }

  @Mutation(() => HandedUnion, { description: 'Answers that question. Nothing asked: `nothing-queried`.' })
  async explainLegacyOwner(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() { viewer }: Context,
  ): Promise<HandedShown> {
    return this.shown(await explainLegacyOwner(this.needs, viewer, input))
  }

  @Mutation(() => HandedUnion, { description: 'Takes back a proposal that nobody has answered.' })
  async withdrawLegacyOwner(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() { viewer }: Context,
  ): Promise<HandedShown> {
    return this.shown(await withdrawLegacyOwner(this.needs, viewer, input))
  }

  @Mutation(() => HandedUnion, {
    description: 'Continued, merged, replaced or stopped, with reason and reference (requirements, row 41).',
  })
  async setLegacyCourse(
    @Arg('input', () => SetLegacyCourseInput) input: SetLegacyCourseInput,
    @Ctx() { viewer }: Context,
  ): Promise<HandedShown> {
    return this.shown(await setLegacyCourse(this.needs, viewer, input))
  }

  @Mutation(() => HandedUnion, { description: 'What a later document says of it (requirements, row 38).' })
  async addLegacyUpdate(
    @Arg('input', () => AddLegacyUpdateInput) input: AddLegacyUpdateInput,
    @Ctx() { viewer }: Context,
  ): Promise<HandedShown> {
    return this.shown(await addLegacyUpdate(this.needs, viewer, input))
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
