import { mentionsIn } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import { ownerType } from '../../platform/graphql/owner.js'
import { type StoredComment, shownWords } from './comment.store.js'
import { CommentType } from './comment.type.js'

/** The comment as its resolvers give it out. */
export function commentType(comment: StoredComment, names: Names): CommentType {
  const { id, about, authorId, at, version, withdrawn, resolved } = comment
  const words = shownWords(comment)
  return Object.assign(new CommentType(), {
    id,
    aboutType: about.type,
    aboutId: about.id,
    ...words,
    mentions: mentionsIn(words.text).map((one) => ownerType(one, names)),
    at,
    version,
    authorId,
    withdrawnAt: withdrawn?.at ?? null,
    withdrawnById: withdrawn?.personId ?? null,
    resolvedAt: resolved?.at ?? null,
    resolvedById: resolved?.personId ?? null,
  })
}
