import type { LiveDocument } from '../../live/live-document.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { HandOverPackResolver, PackLineResolver } from './hand-over-pack.resolver.js'
import { packType } from './hand-over-pack.type.js'
import { legacyDocument } from './legacy.document.js'
import { LegacyResolver, type LegacyResolverNeeds, ViewerLegacyResolver } from './legacy.resolver.js'
import { commitmentType, legacyItemType } from './legacy.shape.js'
import {
  CommitmentFieldsResolver,
  LedgerEntryResolver,
  LegacyCourseResolver,
  LegacyItemFieldsResolver,
  LegacyUpdateResolver,
  RecommendationResolver,
} from './legacy-fields.resolver.js'
import type { PackNeeds } from './offer-hand-over.js'

export interface LegacyFeature extends Feature {
  document: LiveDocument
}

/** What the programme hands on, and to whom. */
export function createLegacy(needs: LegacyResolverNeeds & PackNeeds): LegacyFeature {
  const { legacy, directory, now } = needs
  return {
    document: legacyDocument(legacy),
    resolvers: [
      new LegacyResolver(needs),
      new ViewerLegacyResolver(needs),
      new LegacyItemFieldsResolver(needs),
      new CommitmentFieldsResolver(needs),
      new LedgerEntryResolver(),
      new RecommendationResolver(),
      new HandOverPackResolver(needs),
      new PackLineResolver(needs),
      new LegacyCourseResolver(),
      new LegacyUpdateResolver(),
    ],
    sources: {
      async HandOverPack(viewer, ids) {
        const found = (await needs.packs.list(viewer)).map(packType)
        return inOrder(ids, found, ({ id }) => id)
      },
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
