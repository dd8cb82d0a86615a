import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { decisionType } from './decision.shape.js'
import { DecisionType, RecordDecisionInput } from './decision.type.js'
import { type RecordDecisionNeeds, recordDecision } from './record-decision.js'

@Resolver(() => DecisionType)
export class DecisionResolver {
  constructor(private readonly needs: RecordDecisionNeeds) {}

  @Query(() => [DecisionType])
  async decisions(
    @Arg('bodyId', () => ID, { nullable: true }) bodyId: string | null,
    @Ctx() { viewer }: Context,
  ): Promise<DecisionType[]> {
    return (await this.needs.decisions.list(viewer, bodyId ? { bodyId } : {})).map(decisionType)
  }

  @Mutation(() => DecisionType)
  async recordDecision(
    @Arg('input', () => RecordDecisionInput) input: RecordDecisionInput,
    @Ctx() { viewer }: Context,
  ) {
    return decisionType(await recordDecision(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Body'))
  body(@Root() { bodyId }: DecisionType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', bodyId)
  }

  @FieldResolver(() => entity('Meeting'), { nullable: true })
  meeting(@Root() { meetingId }: DecisionType, @Ctx() { load }: Context): Promise<Entities['Meeting'] | null> {
    return load.find('Meeting', meetingId)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  proposedBy(@Root() { proposedById }: DecisionType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', proposedById)
  }

  @FieldResolver(() => entity('Person'), {
    nullable: true,
    description: 'null: taken from a document of the programme.',
  })
  recordedBy(@Root() { recordedById }: DecisionType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', recordedById)
  }

  @FieldResolver(() => [entity('Action')])
  actions(@Root() { actionIds }: DecisionType, @Ctx() { load }: Context): Promise<Entities['Action'][]> {
    return load.list('Action', actionIds)
  }
}

@Resolver(() => entity('Meeting'))
export class MeetingDecisionsResolver {
  constructor(private readonly needs: Pick<RecordDecisionNeeds, 'decisions'>) {}

  @FieldResolver(() => [DecisionType], { description: 'What the meeting resolved.' })
  async decisions(@Root() { id }: Entities['Meeting'], @Ctx() { viewer }: Context): Promise<DecisionType[]> {
    return (await this.needs.decisions.list(viewer, { meetingId: id })).map(decisionType)
  }
}
