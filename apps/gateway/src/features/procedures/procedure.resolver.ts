import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { ActionInput, ReasonInput } from '../../platform/graphql/record-inputs.js'
import { VoteCountsType } from '../../platform/graphql/vote-counts.js'
import { castVote } from './cast-vote.js'
import type { ProcedureNeeds } from './change-procedure.js'
import { closeProcedure } from './close-procedure.js'
import { openProcedure } from './open-procedure.js'
import {
  CastVoteInput,
  CastVoteType,
  countVotes,
  OpenProcedureInput,
  procedureType,
  WrittenProcedureType,
} from './procedure.type.js'
import { withdrawProcedure } from './withdraw-procedure.js'

@Resolver(() => WrittenProcedureType)
export class ProcedureResolver {
  constructor(private readonly needs: ProcedureNeeds) {}

  @Query(() => [WrittenProcedureType], { description: 'Votes between meetings, the latest first.' })
  async procedures(
    @Arg('bodyId', () => ID, { nullable: true }) bodyId: string | null,
    @Ctx() { viewer }: Context,
  ): Promise<WrittenProcedureType[]> {
    const all = await this.needs.procedures.list(viewer)
    return all.filter((one) => !bodyId || one.bodyId === bodyId).map(procedureType)
  }

  @Query(() => WrittenProcedureType, { description: 'One vote between meetings; `not-found` for who may not see it.' })
  async procedure(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<WrittenProcedureType> {
    return procedureType(await this.needs.procedures.get(viewer, id))
  }

  @Mutation(() => WrittenProcedureType, { description: "For those who prepare the body's meetings." })
  async openProcedure(@Arg('input', () => OpenProcedureInput) input: OpenProcedureInput, @Ctx() { viewer }: Context) {
    return procedureType(await openProcedure(this.needs, viewer, input))
  }

  @Mutation(() => WrittenProcedureType, {
    description: 'For the voters, until the closing time: `not-a-voter`, `voting-over`.',
  })
  async castVote(@Arg('input', () => CastVoteInput) input: CastVoteInput, @Ctx() { viewer }: Context) {
    return procedureType(await castVote(this.needs, viewer, input))
  }

  @Mutation(() => WrittenProcedureType, {
    description:
      'Once everybody has voted: `voting-goes-on` before. Records the decision. When the time is over it closes by itself, within seconds.',
  })
  async closeProcedure(@Arg('input', () => ActionInput) input: ActionInput, @Ctx() { viewer }: Context) {
    return procedureType(await closeProcedure(this.needs, viewer, input))
  }

  @Mutation(() => WrittenProcedureType, { description: 'Before the closing time, with a reason.' })
  async withdrawProcedure(@Arg('input', () => ReasonInput) input: ReasonInput, @Ctx() { viewer }: Context) {
    return procedureType(await withdrawProcedure(this.needs, viewer, input))
  }

  @FieldResolver(() => VoteCountsType, { description: 'The votes so far, for all who see the procedure.' })
  tally(@Root() procedure: WrittenProcedureType): VoteCountsType {
    return Object.assign(new VoteCountsType(), countVotes(procedure))
  }

  @FieldResolver(() => entity('Body'))
  body(@Root() { bodyId }: WrittenProcedureType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', bodyId)
  }

  @FieldResolver(() => [entity('Person')], { description: 'Who held a voting office when it was opened.' })
  voters(@Root() { voterIds }: WrittenProcedureType, @Ctx() { load }: Context): Promise<Entities['Person'][]> {
    return load.list('Person', voterIds)
  }

  @FieldResolver(() => entity('Person'))
  openedBy(@Root() { openedById }: WrittenProcedureType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', openedById)
  }

  @FieldResolver(() => entity('Person'), {
    nullable: true,
    description: 'null until it ends, and where it was closed by the clock.',
  })
  closedBy(@Root() { closedById }: WrittenProcedureType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', closedById)
  }

  @FieldResolver(() => entity('Decision'), { nullable: true, description: 'null until it is closed.' })
  decision(
    @Root() { decisionId }: WrittenProcedureType,
    @Ctx() { load }: Context,
  ): Promise<Entities['Decision'] | null> {
    return load.find('Decision', decisionId)
  }
}

@Resolver(() => CastVoteType)
export class CastVoteResolver {
  @FieldResolver(() => entity('Person'), { description: 'Whose vote it is.' })
  person(@Root() { personId }: CastVoteType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }
}
