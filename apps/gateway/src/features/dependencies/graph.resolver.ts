import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { type DependencyGraphNeeds, dependencyGraph } from './graph.js'
import {
  DependencyGraphEdgeType,
  DependencyGraphFilter,
  DependencyGraphNodeType,
  DependencyGraphType,
  GraphPointType,
} from './graph.type.js'
import type { Point } from './graph-layout.js'

@Resolver(() => DependencyGraphType)
export class DependencyGraphResolver {
  constructor(private readonly needs: DependencyGraphNeeds) {}

  @Query(() => DependencyGraphType, {
    description: 'What waits on what as a graph, as far as the viewer may see it (requirements, rows 42 and 43).',
  })
  dependencyGraph(
    @Arg('filter', () => DependencyGraphFilter, { nullable: true }) filter: DependencyGraphFilter | null,
    @Ctx() context: Context,
  ): Promise<DependencyGraphType> {
    return dependencyGraph(this.needs, filter ?? {}, context)
  }

  @FieldResolver(() => Int, { description: 'Of the whole graph, in units of the screen.' })
  async width(@Root() { layout }: DependencyGraphType): Promise<number> {
    return (await layout()).width
  }

  @FieldResolver(() => Int, { description: 'Of the whole graph, in units of the screen.' })
  async height(@Root() { layout }: DependencyGraphType): Promise<number> {
    return (await layout()).height
  }
}

@Resolver(() => DependencyGraphNodeType)
export class DependencyGraphNodeResolver {
  @FieldResolver(() => entity('Body'), {
    nullable: true,
    description: 'Whose it is; of what is not for the viewer, that much is said.',
  })
  body(@Root() { bodyId }: DependencyGraphNodeType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', bodyId)
  }

  @FieldResolver(() => GraphPointType, { description: 'Its upper left corner.' })
  at(@Root() { place }: DependencyGraphNodeType): Promise<Point> {
    return place()
  }
}

@Resolver(() => DependencyGraphEdgeType)
export class DependencyGraphEdgeResolver {
  @FieldResolver(() => [GraphPointType], { description: 'Where the line begins, turns and ends.' })
  route(@Root() { points }: DependencyGraphEdgeType): Promise<readonly Point[]> {
    return points()
  }
}
