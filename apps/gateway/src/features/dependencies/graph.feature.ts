import type { Feature } from '../../platform/feature.js'
import type { DependencyGraphNeeds } from './graph.js'
import { DependencyGraphEdgeResolver, DependencyGraphNodeResolver, DependencyGraphResolver } from './graph.resolver.js'

/** What waits on what, drawn. */
export function createDependencyGraph(needs: DependencyGraphNeeds): Feature {
  return {
    resolvers: [
      new DependencyGraphResolver(needs),
      new DependencyGraphNodeResolver(),
      new DependencyGraphEdgeResolver(),
    ],
    sources: {},
    stop: needs.layouts.stop,
  }
}
