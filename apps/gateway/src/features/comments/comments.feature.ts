import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import { CommentResolver } from './comment.resolver.js'
import { commentType } from './comment.shape.js'
import { type CommentNeeds, getComment } from './comment-needs.js'

/** What people say about actions, legacy items, decisions, meetings and what is on their agendas. */
export function createComments(needs: CommentNeeds): Feature {
  return {
    resolvers: [new CommentResolver(needs)],
    sources: {
      async Comment(viewer, ids) {
        const names = await needs.directory.now()
        const found = await Promise.all(ids.map((id) => getComment(needs, viewer, id).catch(() => null)))
        return inOrder(
          ids,
          found.filter((one) => one !== null).map((one) => commentType(one, names)),
          ({ id }) => id,
        )
      },
    },
  }
}
