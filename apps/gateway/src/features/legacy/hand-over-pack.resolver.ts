import { answerTo, type PackAnswer, packAnswers, type Viewer } from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { ReasonInput } from '../../platform/graphql/record-inputs.js'
import type { StoredPack } from './hand-over-pack.kind.js'
import { HandOverPackType, OfferHandOverInput, PackCountsType, PackLineType, packType } from './hand-over-pack.type.js'
import { handedType, ledgerType } from './legacy.shape.js'
import { type CommitmentType, HandedUnion, type LegacyItemType } from './legacy.type.js'
import { offerHandOver, type PackNeeds } from './offer-hand-over.js'
import type { StoredHanded } from './stored-legacy.js'
import { withdrawHandOver } from './withdraw-hand-over.js'

type Needs = PackNeeds & { now: () => Date }
interface Line {
  record: StoredHanded
  proposalId: string
}

@Resolver(() => HandOverPackType)
export class HandOverPackResolver {
  constructor(private readonly needs: Needs) {}

  @Query(() => [HandOverPackType], { description: 'Packs offered to successor bodies, the latest first.' })
  async handOverPacks(@Ctx() { viewer }: Context): Promise<HandOverPackType[]> {
    return (await this.needs.packs.list(viewer)).map(packType)
  }

  @Query(() => HandOverPackType)
  async handOverPack(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<HandOverPackType> {
    return packType(await this.needs.packs.get(viewer, id))
  }

  @Mutation(() => HandOverPackType, {
    description: 'Offers items to a successor body. An item that waits for another answer: `proposal-waiting`.',
  })
  async offerHandOver(@Arg('input', () => OfferHandOverInput) input: OfferHandOverInput, @Ctx() { viewer }: Context) {
    return packType(await offerHandOver(this.needs, viewer, input))
  }

  @Mutation(() => HandOverPackType, { description: 'Takes back what nobody has answered yet.' })
  async withdrawHandOver(@Arg('input', () => ReasonInput) input: ReasonInput, @Ctx() { viewer }: Context) {
    return packType(await withdrawHandOver(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Body'), { description: 'The body that hands on; what is not accepted stays with it.' })
  from(@Root() { pack }: HandOverPackType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', pack.fromBodyId)
  }

  @FieldResolver(() => entity('Body'), { description: 'The body that is asked.' })
  to(@Root() { pack }: HandOverPackType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', pack.toBodyId)
  }

  @FieldResolver(() => entity('Person'))
  offeredBy(@Root() { pack }: HandOverPackType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', pack.offeredBy)
  }

  @FieldResolver(() => [entity('Publication')], { description: 'Documents that go with it.' })
  publications(@Root() { pack }: HandOverPackType, @Ctx() { load }: Context): Promise<Entities['Publication'][]> {
    return load.list('Publication', pack.publicationIds)
  }

  @FieldResolver(() => [PackLineType], { description: 'Item by item, in the order of the pack.' })
  async lines(@Root() { pack }: HandOverPackType, @Ctx() { viewer }: Context): Promise<PackLineType[]> {
    const names = await this.needs.directory.now()
    return (await linesOf(this.needs, viewer, pack)).map(({ record, proposalId }) => {
      const { state, line } = answerTo(record, proposalId)
      const answered = line && ledgerType(line, names)
      return Object.assign(new PackLineType(), { id: proposalId, answer: state, answered, record })
    })
  }

  @FieldResolver(() => PackCountsType)
  async counts(@Root() { pack }: HandOverPackType, @Ctx() { viewer }: Context): Promise<PackCountsType> {
    const lines = await linesOf(this.needs, viewer, pack)
    const states = lines.map(({ record, proposalId }) => answerTo(record, proposalId).state)
    const count = (answer: PackAnswer) => [answer, states.filter((state) => state === answer).length]
    return Object.assign(new PackCountsType(), Object.fromEntries(packAnswers.map(count)))
  }
}

@Resolver(() => PackLineType)
export class PackLineResolver {
  constructor(private readonly needs: Needs) {}

  @FieldResolver(() => HandedUnion, { description: 'The item or commitment, with its owner as it is now.' })
  async record(@Root() { record }: PackLineType): Promise<LegacyItemType | CommitmentType> {
    return handedType(record, await this.needs.directory.now(), this.needs.now())
  }
}

/** Items of the pack that the viewer may see. */
async function linesOf({ legacy }: Needs, viewer: Viewer, { lines }: Pick<StoredPack, 'lines'>): Promise<Line[]> {
  const all: StoredHanded[] = [...(await legacy.items(viewer)), ...(await legacy.commitments(viewer))]
  const byId = new Map(all.map((record) => [record.id, record]))
  return lines.flatMap(({ recordId, proposalId }) => {
    const record = byId.get(recordId)
    return record ? [{ record, proposalId }] : []
  })
}
