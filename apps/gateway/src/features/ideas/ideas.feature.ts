import type { Connection } from 'mongoose'
import { nextNumber } from '../../platform/counters.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { storedSource } from '../../platform/search-source.js'
import { ActionIdeaResolver, IdeaResolver, WorkAreaIdeaResolver } from './idea.resolver.js'
import { ideaType } from './idea.type.js'
import type { PromoteIdeaNeeds } from './promote-idea.js'

export type IdeasFeatureNeeds = Omit<PromoteIdeaNeeds, 'nextNumber'> & { db: Connection }

/** The register of ideas and gaps, and what became of them. */
export function createIdeas({ db, ...given }: IdeasFeatureNeeds): Feature {
  const needs: PromoteIdeaNeeds = { ...given, nextNumber: ({ session }) => nextNumber(db, session, 'ideas') }
  return {
    resolvers: [new IdeaResolver(needs), new ActionIdeaResolver(needs), new WorkAreaIdeaResolver(needs)],
    sources: {
      async Idea(viewer, ids) {
        return inOrder(ids, (await needs.ideas.list(viewer)).map(ideaType), ({ id }) => id)
      },
    },
    search: [storedSource('Idea', needs.ideas, ({ text, reason }) => [text, reason])],
  }
}
