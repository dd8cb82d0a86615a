import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { ActionInput, ReasonInput } from '../../platform/graphql/record-inputs.js'
import { AgreeAmendmentInput, AmendmentType, amendmentType, ProposeAmendmentInput } from './amendment.type.js'
import { agreeAmendment, declineAmendment, withdrawAmendment } from './answer-amendment.js'
import { type AmendmentNeeds, proposeAmendment } from './propose-amendment.js'

@Resolver(() => AmendmentType)
export class AmendmentResolver {
  constructor(private readonly needs: AmendmentNeeds) {}

  @Query(() => AmendmentType, { description: 'One amendment; `not-found` for who may not see it.' })
  async amendment(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<AmendmentType> {
    return amendmentType(await this.needs.amendments.get(viewer, id))
  }

  @Mutation(() => AmendmentType, {
    description: 'For those who may write there, once the minutes are agreed: `minutes-not-agreed`, `not-in-the-text`.',
  })
  async proposeAmendment(
    @Arg('input', () => ProposeAmendmentInput) input: ProposeAmendmentInput,
    @Ctx() { viewer }: Context,
  ) {
    return amendmentType(await proposeAmendment(this.needs, viewer, input))
  }

  @Mutation(() => AmendmentType, {
    description: 'For a chair or vice-chair who did not propose it: `proposed-it-yourself`, `not-a-later-meeting`.',
  })
  async agreeAmendment(
    @Arg('input', () => AgreeAmendmentInput) input: AgreeAmendmentInput,
    @Ctx() { viewer }: Context,
  ) {
    return amendmentType(await agreeAmendment(this.needs, viewer, input))
  }

  @Mutation(() => AmendmentType, { description: 'For a chair or vice-chair who did not propose it, with a reason.' })
  async declineAmendment(@Arg('input', () => ReasonInput) input: ReasonInput, @Ctx() { viewer }: Context) {
    return amendmentType(await declineAmendment(this.needs, viewer, input))
  }

  @Mutation(() => AmendmentType, { description: 'For the person who proposed it, until it is answered.' })
  async withdrawAmendment(@Arg('input', () => ActionInput) input: ActionInput, @Ctx() { viewer }: Context) {
    return amendmentType(await withdrawAmendment(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Meeting'), { description: 'Whose minutes it amends.' })
  meeting(@Root() { meetingId }: AmendmentType, @Ctx() { load }: Context): Promise<Entities['Meeting']> {
    return load.get('Meeting', meetingId)
  }

  @FieldResolver(() => entity('Body'))
  body(@Root() { bodyId }: AmendmentType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', bodyId)
  }

  @FieldResolver(() => entity('Person'))
  proposedBy(@Root() { proposedById }: AmendmentType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', proposedById)
  }

  @FieldResolver(() => entity('Person'), { nullable: true, description: 'Who agreed, declined or withdrew it.' })
  answeredBy(@Root() { answeredById }: AmendmentType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', answeredById)
  }

  @FieldResolver(() => entity('Meeting'), { nullable: true, description: 'The later meeting that agreed it.' })
  agreedAt(
    @Root() { agreedAtMeetingId }: AmendmentType,
    @Ctx() { load }: Context,
  ): Promise<Entities['Meeting'] | null> {
    return load.find('Meeting', agreedAtMeetingId)
  }
}

@Resolver(() => entity('Meeting'))
export class MeetingAmendmentsResolver {
  constructor(private readonly needs: Pick<AmendmentNeeds, 'amendments'>) {}

  @FieldResolver(() => [AmendmentType], { description: 'Corrections to its agreed minutes, by number.' })
  async amendments(@Root() { id }: Entities['Meeting'], @Ctx() { viewer }: Context): Promise<AmendmentType[]> {
    const all = await this.needs.amendments.list(viewer)
    return all.filter(({ meetingId }) => meetingId === id).map(amendmentType)
  }
}
