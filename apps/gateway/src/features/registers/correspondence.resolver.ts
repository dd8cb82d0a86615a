import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { type CorrespondenceRecord, CorrespondenceType, correspondenceType } from './correspondence.type.js'
import type { Register } from './register.store.js'

@Resolver(() => CorrespondenceType)
export class CorrespondenceResolver {
  constructor(private readonly register: Register<CorrespondenceRecord>) {}

  @Query(() => [CorrespondenceType])
  async correspondence(): Promise<CorrespondenceType[]> {
    return (await this.register.all()).map(correspondenceType)
  }

  @FieldResolver(() => entity('Body'), { nullable: true })
  from(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', letter.fromBodyId)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  fromPerson(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', letter.fromPersonId)
  }

  @FieldResolver(() => entity('Body'), { nullable: true })
  to(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', letter.toBodyId)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  toPerson(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', letter.toPersonId)
  }

  @FieldResolver(() => [entity('Person')])
  copied(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Person'][]> {
    return load.list('Person', letter.ccPersonIds)
  }

  @FieldResolver(() => [entity('Action')])
  actions(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Action'][]> {
    return load.list('Action', letter.actionIds)
  }
}
