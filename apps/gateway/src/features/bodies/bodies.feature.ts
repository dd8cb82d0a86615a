import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { BodyEventResolver, BodyResolver, type BodyResolverNeeds } from './body.resolver.js'
import { bodyType } from './body.type.js'
import type { TermsNeeds } from './draft-terms-of-reference.js'
import { BodyTermsResolver, TermsResolver } from './terms.resolver.js'
import { termsType } from './terms.type.js'

export type BodiesFeatureNeeds = BodyResolverNeeds & TermsNeeds

/** Bodies, their life and their terms. Whoever sees a record sees the name of its body; only the list is for those who may read there. */
export function bodiesFeature(needs: BodiesFeatureNeeds): Feature {
  return {
    resolvers: [
      new BodyResolver(needs),
      new BodyEventResolver(),
      new TermsResolver(needs),
      new BodyTermsResolver(needs),
    ],
    sources: {
      async Body(_viewer, ids) {
        const all = await needs.bodies.all()
        return ids.map((id) => all.get(id)).map((body) => (body ? bodyType(body) : null))
      },
      async TermsOfReference(viewer, ids) {
        return inOrder(ids, (await needs.terms.list(viewer)).map(termsType), ({ id }) => id)
      },
    },
  }
}
