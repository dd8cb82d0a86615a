import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { addDependency, type DependencyNeeds } from './add-dependency.js'
import type { StoredDependency } from './dependency.model.js'
import { dependencyType } from './dependency.shape.js'
import { AddDependencyInput, DependencyEndType, DependencyFilter, DependencyType } from './dependency.type.js'
import { listDependencies } from './list-dependencies.js'
import { removeDependency } from './remove-dependency.js'

export interface DependencyResolverNeeds extends DependencyNeeds {
  /** Ids of everything that is held up by something unfinished. */
  blocked: () => Promise<ReadonlySet<string>>
}

@Resolver(() => DependencyType)
export class DependencyResolver {
  constructor(private readonly needs: DependencyResolverNeeds) {}

  @Query(() => [DependencyType], { description: 'What waits on what; late and blocked first.' })
  async dependencies(
    @Arg('filter', () => DependencyFilter, { nullable: true }) filter: DependencyFilter | null,
    @Ctx() context: Context,
  ): Promise<DependencyType[]> {
    const { dependencies, directory } = this.needs
    return listDependencies(await dependencies.all(), filter ?? {}, context, await directory.now())
  }

  @Mutation(() => DependencyType)
  async addDependency(@Arg('input', () => AddDependencyInput) input: AddDependencyInput, @Ctx() context: Context) {
    return this.shown(await addDependency(this.needs, context.viewer, context.load, input), context)
  }

  @Mutation(() => DependencyType)
  async removeDependency(@Arg('input', () => ActionInput) input: ActionInput, @Ctx() context: Context) {
    return this.shown(await removeDependency(this.needs, context.viewer, context.load, input), context)
  }

  private async shown(link: StoredDependency, { load }: Context): Promise<DependencyType> {
    return dependencyType(link, load, await this.needs.directory.now())
  }
}

@Resolver(() => DependencyEndType)
export class DependencyEndResolver {
  @FieldResolver(() => entity('Body'), { nullable: true })
  body(@Root() { bodyId }: DependencyEndType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', bodyId)
  }
}

abstract class LinkedRecord {
  constructor(protected readonly needs: DependencyResolverNeeds) {}

  protected async links(context: Context, id: string, end: 'dependentId' | 'dependsOnId'): Promise<DependencyType[]> {
    const touching = (await this.needs.dependencies.byEnd()).get(id)?.filter((link) => link[end] === id)
    return touching ? listDependencies(touching, {}, context, await this.needs.directory.now()) : []
  }
}

@Resolver(() => entity('Action'))
export class ActionDependenciesResolver extends LinkedRecord {
  @FieldResolver(() => [DependencyType])
  waitsFor(@Root() { id }: Entities['Action'], @Ctx() context: Context): Promise<DependencyType[]> {
    return this.links(context, id, 'dependentId')
  }

  @FieldResolver(() => [DependencyType])
  holdsUp(@Root() { id }: Entities['Action'], @Ctx() context: Context): Promise<DependencyType[]> {
    return this.links(context, id, 'dependsOnId')
  }

  @FieldResolver(() => Boolean, { description: 'Something it waits for is not done yet.' })
  async blocked(@Root() { id }: Entities['Action']): Promise<boolean> {
    return (await this.needs.blocked()).has(id)
  }
}

@Resolver(() => entity('LegacyItem'))
export class LegacyItemDependenciesResolver extends LinkedRecord {
  @FieldResolver(() => [DependencyType])
  waitsFor(@Root() { id }: Entities['LegacyItem'], @Ctx() context: Context): Promise<DependencyType[]> {
    return this.links(context, id, 'dependentId')
  }

  @FieldResolver(() => [DependencyType])
  waitingOnIt(@Root() { id }: Entities['LegacyItem'], @Ctx() context: Context): Promise<DependencyType[]> {
    return this.links(context, id, 'dependsOnId')
  }
}
