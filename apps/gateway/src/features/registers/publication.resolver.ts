import type { Viewer } from '@camau/domain'
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import {
  type AddedPublication,
  addedPublicationType,
  type PublicationRecord,
  PublicationType,
  publicationType,
} from './publication.type.js'
import type { Register } from './register.store.js'

@Resolver(() => PublicationType)
export class PublicationResolver {
  constructor(
    private readonly register: Register<PublicationRecord>,
    private readonly added: (viewer: Viewer) => Promise<readonly AddedPublication[]>,
  ) {}

  @Query(() => [PublicationType], { description: 'Those the documents name, then those added here.' })
  async publications(@Ctx() { viewer }: Context): Promise<PublicationType[]> {
    const added = await this.added(viewer)
    return [...(await this.register.all()).map(publicationType), ...added.map(addedPublicationType)]
  }

  @FieldResolver(() => [entity('Body')])
  publishers(@Root() publication: PublicationType, @Ctx() { load }: Context): Promise<Entities['Body'][]> {
    return load.list('Body', publication.publisherBodyIds)
  }

  @FieldResolver(() => entity('Workstream'), { nullable: true })
  workstream(@Root() publication: PublicationType, @Ctx() { load }: Context): Promise<Entities['Workstream'] | null> {
    return load.find('Workstream', publication.workstreamId)
  }
}
