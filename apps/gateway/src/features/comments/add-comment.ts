import { commentText, officeFor, Refusal, type Viewer, whyNotComment } from '@camau/domain'
import { newRecordId } from '../../platform/record-id.js'
import type { StoredComment } from './comment.store.js'
import type { AddCommentInput } from './comment.type.js'
import { type CommentNeeds, getComment } from './comment-needs.js'
import { refuseBlindMentions } from './mentions.js'
import { tellOfComment } from './tell-of-comment.js'

/** Those who may write where the record stands, or own it, say something about it. */
export function addComment(needs: CommentNeeds, viewer: Viewer, input: AddCommentInput): Promise<StoredComment> {
  return needs.command(
    { command: 'addComment', viewer, input },
    async (tx) => {
      const subject = await needs.subjectOf(viewer, input.about, tx)
      const refusal = whyNotComment(viewer, subject.place, subject.owner)
      if (refusal) throw new Refusal(refusal)
      const text = commentText(input.text)
      await refuseBlindMentions(needs, subject, text, [], tx)
      const { place, bodyId, owner, restrictedTo } = subject
      const said: StoredComment = {
        id: newRecordId(input.id),
        about: { type: subject.type, id: subject.id },
        text,
        authorId: viewer.personId,
        at: tx.at,
        earlier: [],
        withdrawn: null,
        resolved: null,
        place,
        bodyId,
        owner,
        audience: 'member',
        version: 1,
        ...(restrictedTo && { restrictedTo }),
      }
      const added = await needs.comments.add(tx, said, officeFor(viewer, 'write', place))
      await tellOfComment(needs, tx, subject, added)
      return added
    },
    (id) => getComment(needs, viewer, id),
  )
}
