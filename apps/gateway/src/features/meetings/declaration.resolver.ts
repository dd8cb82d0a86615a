import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { DeclarationInput, DeclarationType, DeclareInterestInput, declarationType } from './declaration.type.js'
import { type DeclareInterestNeeds, declareInterest, withdrawDeclaration } from './declare-interest.js'
import { MeetingType } from './meeting.type.js'

@Resolver(() => DeclarationType)
export class DeclarationResolver {
  constructor(private readonly needs: DeclareInterestNeeds) {}

  @Mutation(() => DeclarationType, { description: 'For oneself; those who prepare the meeting also for others.' })
  async declareInterest(
    @Arg('input', () => DeclareInterestInput) input: DeclareInterestInput,
    @Ctx() { viewer }: Context,
  ): Promise<DeclarationType> {
    return declarationType(await declareInterest(this.needs, viewer, input))
  }

  @Mutation(() => DeclarationType, { description: 'Declared by mistake; until the minutes are agreed.' })
  async withdrawDeclaration(
    @Arg('input', () => DeclarationInput) input: DeclarationInput,
    @Ctx() { viewer }: Context,
  ): Promise<DeclarationType> {
    return declarationType(await withdrawDeclaration(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Person'))
  person(@Root() { personId }: DeclarationType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }

  @FieldResolver(() => entity('Meeting'))
  meeting(@Root() { meetingId }: DeclarationType, @Ctx() { load }: Context): Promise<Entities['Meeting']> {
    return load.get('Meeting', meetingId)
  }
}

@Resolver(() => MeetingType)
export class MeetingDeclarationsResolver {
  constructor(private readonly needs: DeclareInterestNeeds) {}

  @FieldResolver(() => [DeclarationType], {
    description: 'Interests declared at the meeting that stand, the oldest first.',
  })
  async declarations(@Root() { id }: MeetingType, @Ctx() { viewer }: Context): Promise<DeclarationType[]> {
    const all = await this.needs.declarations.list(viewer)
    return all.filter((one) => one.meetingId === id && one.withdrawnAt === null).map(declarationType)
  }
}
