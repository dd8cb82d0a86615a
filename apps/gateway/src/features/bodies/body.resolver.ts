import { Refusal, type Viewer } from '@camau/domain'
import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { ReasonInput } from '../../platform/graphql/record-inputs.js'
import { CloseBodyInput, NameSuccessorInput, ProposeBodyInput, StartBodyInput } from './body.inputs.js'
import type { StoredBody } from './body.store.js'
import { BodyEventType, BodyType, bodyType } from './body.type.js'
import type { BodyNeeds } from './change-body.js'
import { type ClosedBodyNeeds, closeBody } from './close-body.js'
import { groupsUnder } from './groups-under.js'
import { nameSuccessor } from './name-successor.js'
import { proposeBody } from './propose-body.js'
import { reestablishBody } from './reestablish-body.js'
import { startBody } from './start-body.js'

@ObjectType('BodyProgress', {
  description: 'How far the actions of one or several bodies are, those the viewer may see.',
})
export class BodyProgressType {
  @Field(() => Int, { description: 'Bodies counted.' })
  bodies!: number

  @Field(() => Int)
  unfinished!: number

  @Field(() => Int, { description: 'Done, closed, dropped or superseded.' })
  finished!: number

  @Field(() => Int, { description: 'Unfinished and past the last day.' })
  overdue!: number
}

export interface BodyResolverNeeds extends BodyNeeds, ClosedBodyNeeds {
  /** Of the actions these bodies hold, as far as the viewer may see them. */
  progressOf: (viewer: Viewer, bodyIds: readonly string[]) => Promise<Omit<BodyProgressType, 'bodies'>>
}

@Resolver(() => BodyType)
export class BodyResolver {
  constructor(private readonly needs: BodyResolverNeeds) {}

  @Query(() => [BodyType], {
    name: 'bodies',
    description: 'Every body the programme has or names, as far as the viewer may see it.',
  })
  async everyBody(@Ctx() { viewer }: Context): Promise<BodyType[]> {
    return (await this.needs.bodies.visible(viewer)).map(bodyType)
  }

  @Query(() => BodyType)
  async body(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<BodyType> {
    const found = (await this.needs.bodies.visible(viewer)).find(({ _id }) => _id === id)
    if (!found) throw new Refusal('not-found')
    return bodyType(found)
  }

  @Mutation(() => BodyType, {
    description: 'A body that is only intended: without members or work until it is started (requirements, row 40).',
  })
  async proposeBody(
    @Arg('input', () => ProposeBodyInput) input: ProposeBodyInput,
    @Ctx() { viewer }: Context,
  ): Promise<BodyType> {
    return shown(await proposeBody(this.needs, viewer, input))
  }

  @Mutation(() => BodyType, {
    description: 'A proposed body begins its work; refused with `body-not-startable-now` from any other status.',
  })
  async startBody(
    @Arg('input', () => StartBodyInput) input: StartBodyInput,
    @Ctx() { viewer }: Context,
  ): Promise<BodyType> {
    return shown(await startBody(this.needs, viewer, input))
  }

  @Mutation(() => BodyType, {
    description:
      'Ends a body; refused with `items-unplaced` and the list while an unfinished action goes nowhere (requirements, row 6).',
  })
  async closeBody(
    @Arg('input', () => CloseBodyInput) input: CloseBodyInput,
    @Ctx() { viewer }: Context,
  ): Promise<BodyType> {
    return shown(await closeBody(this.needs, viewer, input))
  }

  @Mutation(() => BodyType, { description: 'A closed body meets again, for a reason.' })
  async reestablishBody(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() { viewer }: Context,
  ): Promise<BodyType> {
    return shown(await reestablishBody(this.needs, viewer, input))
  }

  @Mutation(() => BodyType, { description: 'Names the body that goes on with what this one did.' })
  async nameSuccessor(
    @Arg('input', () => NameSuccessorInput) input: NameSuccessorInput,
    @Ctx() { viewer }: Context,
  ): Promise<BodyType> {
    return shown(await nameSuccessor(this.needs, viewer, input))
  }

  @FieldResolver(() => BodyType, { nullable: true })
  parent(@Root() body: BodyType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', body.parentId)
  }

  @FieldResolver(() => [BodyType], { description: 'Bodies that report to this one.' })
  async children(@Root() body: BodyType, @Ctx() { viewer }: Context): Promise<BodyType[]> {
    return (await this.needs.bodies.visible(viewer)).filter(({ parentId }) => parentId === body.id).map(bodyType)
  }

  @FieldResolver(() => [BodyType])
  successors(@Root() body: BodyType, @Ctx() { load }: Context): Promise<Entities['Body'][]> {
    return load.list('Body', body.successorIds)
  }

  @FieldResolver(() => BodyProgressType, { description: 'How far its own actions are.' })
  async progress(@Root() body: BodyType, @Ctx() { viewer }: Context): Promise<BodyProgressType> {
    return { bodies: 1, ...(await this.needs.progressOf(viewer, [body.id])) }
  }

  @FieldResolver(() => BodyProgressType, {
    description: 'The same of every group that reports to it, directly or through others (requirements, row 7).',
  })
  async groupsProgress(@Root() body: BodyType, @Ctx() { viewer }: Context): Promise<BodyProgressType> {
    const groups = groupsUnder(body.id, await this.needs.bodies.visible(viewer))
    return { bodies: groups.length, ...(await this.needs.progressOf(viewer, groups)) }
  }

  @FieldResolver(() => String, {
    description: 'The records room on the live channel where changes on this body are told.',
  })
  room(@Root() body: BodyType): string {
    return `body:${body.id}`
  }
}

@Resolver(() => BodyEventType)
export class BodyEventResolver {
  @FieldResolver(() => entity('Person'), { nullable: true })
  by(@Root() { personId }: BodyEventType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', personId)
  }

  @FieldResolver(() => entity('Body'), { nullable: true })
  successor(@Root() { successorId }: BodyEventType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', successorId)
  }
}

const shown = ({ id, ...body }: StoredBody): BodyType => bodyType({ ...body, _id: id })
