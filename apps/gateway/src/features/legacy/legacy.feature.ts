import type { LiveDocument } from '../../live/live-document.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { legacyDocument } from './legacy.document.js'
import { LegacyResolver, type LegacyResolverNeeds, ViewerLegacyResolver } from './legacy.resolver.js'
import { commitmentType, legacyItemType } from './legacy.shape.js'
import {
  CommitmentFieldsResolver,
  LedgerEntryResolver,
  LegacyItemFieldsResolver,
  RecommendationResolver,
} from './legacy-fields.resolver.js'

export interface LegacyFeature extends Feature {
  document: LiveDocument
}

/** What the programme hands on, and to whom. */
export function createLegacy(needs: LegacyResolverNeeds): LegacyFeature {
  const { legacy, directory, now } = needs
  return {
    document: legacyDocument(legacy),
    resolvers: [
      new LegacyResolver(needs),
      new ViewerLegacyResolver(needs),
      new LegacyItemFieldsResolver(needs),
      new CommitmentFieldsResolver(),
      new LedgerEntryResolver(),
      new RecommendationResolver(),
    ],
    sources: {
      async LegacyItem(viewer, ids) {
        const names = await directory.now()
        const found = (await legacy.items(viewer)).map((item) => legacyItemType(item, names))
        return inOrder(ids, found, ({ id }) => id)
      },
      async Commitment(viewer, ids) {
        const names = await directory.now()
        const found = (await legacy.commitments(viewer)).map((one) => commitmentType(one, names, now()))
        return inOrder(ids, found, ({ id }) => id)
      },
    },
  }
}
