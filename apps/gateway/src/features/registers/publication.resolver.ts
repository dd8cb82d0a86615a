import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { type PublicationRecord, PublicationType, publicationType } from './publication.type.js'
import type { Register } from './register.store.js'

@Resolver(() => PublicationType)
export class PublicationResolver {
  constructor(private readonly register: Register<PublicationRecord>) {}

  @Query(() => [PublicationType])
  async publications(): Promise<PublicationType[]> {
    return (await this.register.all()).map(publicationType)
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
