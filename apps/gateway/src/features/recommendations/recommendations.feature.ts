import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import {
  allRecommendations,
  type RecommendationNeeds,
  RecommendationSourceResolver,
  recommendationType,
  TrackedRecommendationResolver,
} from './recommendation.resolver.js'

/** What reports recommended, and what became of it. */
export function createRecommendations(needs: RecommendationNeeds): Feature {
  return {
    resolvers: [new TrackedRecommendationResolver(needs), new RecommendationSourceResolver()],
    sources: {
      async TrackedRecommendation(viewer, ids) {
        const all = await allRecommendations(needs, viewer)
        return inOrder(
          ids,
          all.map((one) => recommendationType(one, needs.now())),
          ({ id }) => id,
        )
      },
    },
  }
}
