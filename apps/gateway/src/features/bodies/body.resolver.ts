import { Refusal } from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import type { Entities } from '../../platform/graphql/entity.js'
import type { BodyStore } from './body.store.js'
import { BodyType, bodyType } from './body.type.js'

@Resolver(() => BodyType)
export class BodyResolver {
  constructor(private readonly bodies: BodyStore) {}

  @Query(() => [BodyType], { name: 'bodies', description: 'Every body the programme has or names.' })
  async everyBody(): Promise<BodyType[]> {
    return [...(await this.bodies.all()).values()].map(bodyType)
  }

  @Query(() => BodyType)
  async body(@Arg('id', () => ID) id: string): Promise<BodyType> {
    const found = (await this.bodies.all()).get(id)
    if (!found) throw new Refusal('not-found')
    return bodyType(found)
  }

  @FieldResolver(() => BodyType, { nullable: true })
  parent(@Root() body: BodyType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', body.parentId)
  }

  @FieldResolver(() => [BodyType])
  async children(@Root() body: BodyType): Promise<BodyType[]> {
    return [...(await this.bodies.all()).values()].filter(({ parentId }) => parentId === body.id).map(bodyType)
  }

  @FieldResolver(() => [BodyType])
  successors(@Root() body: BodyType, @Ctx() { load }: Context): Promise<Entities['Body'][]> {
    return load.list('Body', body.successorIds)
  }

  @FieldResolver(() => String, {
    description: 'The records room on the live channel where changes on this body are told.',
  })
  room(@Root() body: BodyType): string {
    return `body:${body.id}`
  }
}
