import { awaitsReply, type DecisionKind, decidedWithin, Refusal } from '@camau/domain'
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { correctDecision } from './correct-decision.js'
import { CorrectDecisionInput, RecordDecisionInput, ReplyToAdviceInput } from './decision.inputs.js'
import { decisionType } from './decision.shape.js'
import { DecisionKindEnum, DecisionType } from './decision.type.js'
import type { DecisionNeeds } from './decision-needs.js'
import { recordDecision } from './record-decision.js'
import { replyToAdvice } from './reply-to-advice.js'

@ArgsType()
class DecisionFilter {
  @Field(() => ID, { nullable: true })
  bodyId?: string | null

  @Field(() => String, { nullable: true, description: 'First day, as YYYY-MM-DD.' })
  from?: string | null

  @Field(() => String, { nullable: true, description: 'Last day, as YYYY-MM-DD.' })
  until?: string | null

  @Field(() => DecisionKindEnum, { nullable: true })
  kind?: DecisionKind | null

  @Field(() => Boolean, { nullable: true, description: 'Only advice that waits for a reply (requirements, row 22).' })
  awaitingReply?: boolean | null
}

@Resolver(() => DecisionType)
export class DecisionResolver {
  constructor(private readonly needs: DecisionNeeds) {}

  @Query(() => [DecisionType], { description: 'By number.' })
  async decisions(@Args(() => DecisionFilter) wanted: DecisionFilter, @Ctx() { viewer }: Context) {
    const { bodyId, from, until, kind, awaitingReply } = wanted
    const all = await this.needs.decisions.list(viewer, bodyId ? { bodyId } : {})
    const found = all.filter(
      (one) =>
        (!kind || one.kind === kind) &&
        (!awaitingReply || awaitsReply(one)) &&
        decidedWithin(one.date, from ?? null, until ?? null),
    )
    return found.map(decisionType)
  }

  @Query(() => DecisionType, { description: 'By its id, or by its number, which never changes.' })
  async decision(
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('number', () => Int, { nullable: true }) number: number | null,
    @Ctx() { viewer }: Context,
  ): Promise<DecisionType> {
    if (id) return decisionType(await this.needs.decisions.get(viewer, id))
    const [found] = await this.needs.decisions.list(viewer, { number: number ?? 0 })
    if (!found) throw new Refusal('not-found')
    return decisionType(found)
  }

  @Mutation(() => DecisionType, {
    description:
      'Until the minutes are agreed. With `replacesId` it corrects a settled decision, and both name each other.',
  })
  async recordDecision(
    @Arg('input', () => RecordDecisionInput) input: RecordDecisionInput,
    @Ctx() { viewer }: Context,
  ) {
    return decisionType(await recordDecision(this.needs, viewer, input))
  }

  @Mutation(() => DecisionType, {
    description: 'Until the minutes are agreed: `decision-settled` afterwards (requirements, row 25).',
  })
  async correctDecision(
    @Arg('input', () => CorrectDecisionInput) input: CorrectDecisionInput,
    @Ctx() { viewer }: Context,
  ) {
    return decisionType(await correctDecision(this.needs, viewer, input))
  }

  @Mutation(() => DecisionType, {
    description: 'For the office that was given the advice, once (requirements, row 22).',
  })
  async replyToAdvice(@Arg('input', () => ReplyToAdviceInput) input: ReplyToAdviceInput, @Ctx() { viewer }: Context) {
    return decisionType(await replyToAdvice(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Body'))
  body(@Root() { bodyId }: DecisionType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', bodyId)
  }

  @FieldResolver(() => entity('Body'), { nullable: true, description: 'Of advice: the office it was given to.' })
  recipient(@Root() { recipientBodyId }: DecisionType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', recipientBodyId)
  }

  @FieldResolver(() => entity('Meeting'), { nullable: true })
  meeting(@Root() { meetingId }: DecisionType, @Ctx() { load }: Context): Promise<Entities['Meeting'] | null> {
    return load.find('Meeting', meetingId)
  }

  @FieldResolver(() => entity('WrittenProcedure'), {
    nullable: true,
    description: 'The vote between meetings that decided it.',
  })
  procedure(
    @Root() { procedureId }: DecisionType,
    @Ctx() { load }: Context,
  ): Promise<Entities['WrittenProcedure'] | null> {
    return load.find('WrittenProcedure', procedureId)
  }

  @FieldResolver(() => DecisionType, { nullable: true, description: 'The entry that this one corrects.' })
  replaces(@Root() { replacesId }: DecisionType, @Ctx() { load }: Context): Promise<DecisionType | null> {
    return load.find('Decision', replacesId)
  }

  @FieldResolver(() => DecisionType, { nullable: true, description: 'The entry that corrects this one.' })
  replacedBy(@Root() { replacedById }: DecisionType, @Ctx() { load }: Context): Promise<DecisionType | null> {
    return load.find('Decision', replacedById)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  proposedBy(@Root() { proposedById }: DecisionType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', proposedById)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  secondedBy(@Root() { secondedById }: DecisionType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', secondedById)
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
  constructor(private readonly needs: Pick<DecisionNeeds, 'decisions'>) {}

  @FieldResolver(() => [DecisionType], { description: 'What the meeting resolved.' })
  async decisions(@Root() { id }: Entities['Meeting'], @Ctx() { viewer }: Context): Promise<DecisionType[]> {
    return (await this.needs.decisions.list(viewer, { meetingId: id })).map(decisionType)
  }
}
