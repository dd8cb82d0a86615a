import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { PhaseResolver, type PhaseResolverNeeds } from './phase.resolver.js'
import { phaseType } from './phase.type.js'

/** Stretches of the programme: their work areas, their burn-down, their end. */
export function createPhases(needs: PhaseResolverNeeds): Feature {
  return {
    resolvers: [new PhaseResolver(needs)],
    sources: {
      async Phase(viewer, ids) {
        return inOrder(ids, (await needs.phases.list(viewer)).map(phaseType), ({ id }) => id)
      },
    },
  }
}
