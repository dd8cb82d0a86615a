import { heldUp } from '@camau/domain'
import type { Feature } from '../../platform/feature.js'
import {
  ActionDependenciesResolver,
  DependencyEndResolver,
  DependencyResolver,
  type DependencyResolverNeeds,
  LegacyItemDependenciesResolver,
} from './dependency.resolver.js'
import type { DependencyStore } from './dependency.store.js'

/** What waits on what. */
export function createDependencies(needs: DependencyResolverNeeds): Feature {
  return {
    resolvers: [
      new DependencyResolver(needs),
      new DependencyEndResolver(),
      new ActionDependenciesResolver(needs),
      new LegacyItemDependenciesResolver(needs),
    ],
    sources: {},
  }
}

/** Ids of everything that is held up by something unfinished; other features ask for it through a line in `server.ts`. */
export function blockedRecords(
  dependencies: DependencyStore,
  isFinished: () => Promise<(id: string) => boolean>,
): () => Promise<ReadonlySet<string>> {
  return async () => heldUp(await dependencies.all(), await isFinished())
}
