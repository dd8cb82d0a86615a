import { heldUp } from '@camau/domain'
import type { Bus } from '../../platform/bus.js'
import type { Feature } from '../../platform/feature.js'
import { createWhole } from '../../platform/whole.js'
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

/**
 * Ids of everything that is held up by something unfinished; other features ask for it through a line in `features.ts`.
 * Kept until something that may change it changes: a log asks once per row.
 */
export function blockedRecords(
  { dependencies, bus, now }: { dependencies: DependencyStore; bus: Bus; now: () => Date },
  isFinished: () => Promise<(id: string) => boolean>,
): () => Promise<ReadonlySet<string>> {
  const read = async () => heldUp(await dependencies.all(), await isFinished())
  return createWhole(read, ['Action', 'Commitment', 'Dependency'], bus, now)
}
