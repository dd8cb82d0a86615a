import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { ReasonInput } from '../../platform/graphql/record-inputs.js'
import { IdeaType, ideaType, PromoteIdeaInput, RaiseIdeaInput } from './idea.type.js'
import { type PromoteIdeaNeeds, promoteIdea } from './promote-idea.js'
import { raiseIdea } from './raise-idea.js'
import { setIdeaAside } from './set-idea-aside.js'

@Resolver(() => IdeaType)
export class IdeaResolver {
  constructor(private readonly needs: PromoteIdeaNeeds) {}

  @Query(() => [IdeaType], {
    description: 'Ideas and gaps the viewer may see, the newest first; of one workstream’s body, if asked.',
  })
  async ideas(
    @Arg('bodyId', () => ID, { nullable: true }) bodyId: string | null,
    @Ctx() { viewer }: Context,
  ): Promise<IdeaType[]> {
    return (await this.needs.ideas.list(viewer)).filter((idea) => !bodyId || idea.bodyId === bodyId).map(ideaType)
  }

  @Mutation(() => IdeaType, { description: 'For those who write in the workstream or in the advisory group.' })
  async raiseIdea(
    @Arg('input', () => RaiseIdeaInput) input: RaiseIdeaInput,
    @Ctx() { viewer }: Context,
  ): Promise<IdeaType> {
    return ideaType(await raiseIdea(this.needs, viewer, input))
  }

  @Mutation(() => IdeaType, {
    description:
      'For those who rule on the workstream; refused with `idea-settled` the second time (requirements, row 26).',
  })
  async promoteIdea(
    @Arg('input', () => PromoteIdeaInput) input: PromoteIdeaInput,
    @Ctx() { viewer }: Context,
  ): Promise<IdeaType> {
    return ideaType(await promoteIdea(this.needs, viewer, input))
  }

  @Mutation(() => IdeaType, { description: 'For those who rule on the workstream, with a reason.' })
  async setIdeaAside(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() { viewer }: Context,
  ): Promise<IdeaType> {
    return ideaType(await setIdeaAside(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Body'))
  body(@Root() { bodyId }: IdeaType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', bodyId)
  }

  @FieldResolver(() => entity('Person'))
  raisedBy(@Root() { raisedById }: IdeaType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', raisedById)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  settledBy(@Root() { settledById }: IdeaType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', settledById)
  }

  @FieldResolver(() => entity('Action'), { nullable: true, description: 'The action it became.' })
  action(@Root() { promotedTo }: IdeaType, @Ctx() { load }: Context): Promise<Entities['Action'] | null> {
    return load.find('Action', promotedTo?.type === 'Action' ? promotedTo.id : null)
  }

  @FieldResolver(() => entity('WorkArea'), { nullable: true, description: 'The work area it became.' })
  workArea(@Root() { promotedTo }: IdeaType, @Ctx() { load }: Context): Promise<Entities['WorkArea'] | null> {
    return load.find('WorkArea', promotedTo?.type === 'WorkArea' ? promotedTo.id : null)
  }
}

/** The way back: an action, or a work area, knows the idea it came from. */
abstract class CameFrom {
  constructor(private readonly needs: Pick<PromoteIdeaNeeds, 'ideas'>) {}

  protected async ideaOf({ viewer }: Context, id: string): Promise<IdeaType | null> {
    const found = (await this.needs.ideas.list(viewer)).find(({ promotedTo }) => promotedTo?.id === id)
    return found ? ideaType(found) : null
  }
}

@Resolver(() => entity('Action'))
export class ActionIdeaResolver extends CameFrom {
  @FieldResolver(() => IdeaType, { nullable: true, description: 'The idea it came from.' })
  idea(@Root() { id }: Entities['Action'], @Ctx() context: Context): Promise<IdeaType | null> {
    return this.ideaOf(context, id)
  }
}

@Resolver(() => entity('WorkArea'))
export class WorkAreaIdeaResolver extends CameFrom {
  @FieldResolver(() => IdeaType, { nullable: true, description: 'The idea it came from.' })
  idea(@Root() { id }: Entities['WorkArea'], @Ctx() context: Context): Promise<IdeaType | null> {
    return this.ideaOf(context, id)
  }
}
