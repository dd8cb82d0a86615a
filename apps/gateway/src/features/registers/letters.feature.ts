import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { CorrespondenceResolver, lettersFor } from './correspondence.resolver.js'
import type { LetterNeeds } from './letters.js'

/** Letters and written questions: printed ones, and those recorded here. */
export function createLetters(needs: LetterNeeds): Feature {
  return {
    resolvers: [new CorrespondenceResolver(needs)],
    sources: {
      Correspondence: async (viewer, ids) => inOrder(ids, await lettersFor(needs, viewer), ({ id }) => id),
    },
  }
}
