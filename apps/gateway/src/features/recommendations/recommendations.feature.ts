import type { Viewer } from '@camau/domain'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { searchSource } from '../../platform/search-source.js'
import type { StoredRecommendation } from './recommendation.kind.js'
import {
  allRecommendations,
  lateRecommendations,
  type RecommendationNeeds,
  RecommendationSourceResolver,
  recommendationType,
  TrackedRecommendationResolver,
} from './recommendation.resolver.js'

export interface RecommendationsFeature extends Feature {
  late: (viewer: Viewer) => ReturnType<typeof lateRecommendations>
}

/** What reports recommended, and what became of it. */
export function createRecommendations(needs: RecommendationNeeds): RecommendationsFeature {
  return {
    late: (viewer) => lateRecommendations(needs, viewer),
    search: [
      searchSource(
        'TrackedRecommendation',
        joined(() => needs.printed(null), needs.recommendations.all),
        ({ id, text }) => ({ id, texts: [text] }),
        async (viewer) => (await allRecommendations(needs, viewer)).map(({ id }) => id),
      ),
    ],
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

type ReadAll = () => Promise<readonly StoredRecommendation[]>

/** Printed ones, and those that were added or spoken of since, each once: the same array while both are the same. */
function joined(printed: ReadAll, kept: ReadAll): ReadAll {
  let known: { of: readonly (readonly StoredRecommendation[])[]; all: readonly StoredRecommendation[] } | null = null
  return async () => {
    const of = await Promise.all([printed(), kept()])
    if (!known || of.some((list, i) => list !== known?.of[i])) {
      known = { of, all: [...new Map(of.flat().map((one) => [one.id, one])).values()] }
    }
    return known.all
  }
}
