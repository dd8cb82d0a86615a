import type { Viewer } from '@camau/domain'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { storedSource } from '../../platform/search-source.js'
import { CorrespondenceResolver, lettersFor } from './correspondence.resolver.js'
import type { LetterNeeds } from './letter-needs.js'
import { factsFor } from './letter-register.js'

/** Letters and written questions: printed ones, and those recorded here. */
export function createLetters(needs: LetterNeeds): Feature & { count: (viewer: Viewer) => Promise<number> } {
  return {
    resolvers: [new CorrespondenceResolver(needs)],
    sources: {
      Correspondence: async (viewer, ids) => inOrder(ids, await lettersFor(needs, viewer), ({ id }) => id),
    },
    search: [
      storedSource('Correspondence', needs.letters, ({ subject, ref, asks, answers }) => [
        subject,
        ref,
        ...asks,
        ...answers,
      ]),
    ],
    count: async (viewer) => (await factsFor(needs, viewer)).length,
  }
}
