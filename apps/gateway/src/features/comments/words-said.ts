import { commentParts, type Viewer } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import type { StoredComment } from './comment.store.js'
import { type CommentNeeds, getComment, unseen } from './comment-needs.js'

/** The comment a line of an inbox tells of. Lines of earlier versions know it by its author and moment alone. */
export interface ToldComment {
  commentId: string | null
  byId: string | null
  at: Date
}

/** What it says now, for somebody who may read it now; null where they may not, or it was withdrawn. */
export async function wordsSaid(
  needs: Pick<CommentNeeds, 'comments' | 'subjectOf' | 'directory'>,
  viewer: Viewer,
  told: ToldComment,
): Promise<string | null> {
  const id = told.commentId ?? (await needs.comments.all()).find((one) => isToldBy(one, told))?.id
  const [comment = null] = id ? await getComment(needs, viewer, id).then((one) => [one], unseen) : []
  return comment && !comment.withdrawn ? plainWords(comment.text, await needs.directory.now()) : null
}

const isToldBy = ({ authorId, at }: StoredComment, told: ToldComment): boolean =>
  authorId === told.byId && at.getTime() === told.at.getTime()

const plainWords = (text: string, names: Names): string =>
  commentParts(text)
    .map((part) => ('words' in part ? part.words : `@${names.ownerLabel(part.mention).label.en ?? ''}`))
    .join('')
