import type { Feature } from '../../platform/feature.js'
import type { DependencyGraphNeeds } from './graph.js'
import { DependencyGraphEdgeResolver, DependencyGraphNodeResolver, DependencyGraphResolver } from './graph.resolver.js'
import { createLayouts } from './graph-layout.js'

/** What waits on what, drawn. */
export function createDependencyGraph(needs: Omit<DependencyGraphNeeds, 'layouts'>): Feature {
  const layouts = createLayouts()
  return {
    resolvers: [
      new DependencyGraphResolver({ ...needs, layouts }),
      new DependencyGraphNodeResolver(),
      new DependencyGraphEdgeResolver(),
    ],
    sources: {},
    stop: layouts.stop,
  }
}
