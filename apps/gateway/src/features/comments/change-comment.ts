import {
  type Comment,
  editComment,
  type HeldComment,
  mentionsIn,
  officeFor,
  resolveComment,
  type Viewer,
  withdrawComment,
} from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { StoredComment } from './comment.store.js'
import type { CommentInput, EditCommentInput, ResolveCommentInput } from './comment.type.js'
import { type CommentNeeds, getComment } from './comment-needs.js'
import { refuseBlindMentions } from './mentions.js'
import { tellOfMentions } from './tell-of-comment.js'

/** Its author puts it differently; what it said before stays. */
export function editOwnComment(needs: CommentNeeds, viewer: Viewer, input: EditCommentInput): Promise<StoredComment> {
  return change(needs, viewer, 'editComment', input, async (held, tx) => {
    const after = editComment(viewer, held, input.text, tx.at)
    const before = mentionsIn(held.record.text)
    const subject = await needs.subjectOf(viewer, held.record.about, tx)
    await refuseBlindMentions(needs, subject, after.text, before, tx)
    return { after, also: (saved) => tellOfMentions(needs, tx, subject, saved, before) }
  })
}

export function takeBackComment(needs: CommentNeeds, viewer: Viewer, input: CommentInput): Promise<StoredComment> {
  return change(needs, viewer, 'withdrawComment', input, async (held, tx) => ({
    after: withdrawComment(viewer, held, tx.at),
  }))
}

export function settleComment(needs: CommentNeeds, viewer: Viewer, input: ResolveCommentInput): Promise<StoredComment> {
  return change(needs, viewer, 'resolveComment', input, async (held, tx) => ({
    after: resolveComment(viewer, held, input.resolved ?? true, tx.at),
  }))
}

type Decide = (
  held: HeldComment,
  tx: Transaction,
) => Promise<{ after: Comment; also?: (saved: StoredComment) => Promise<void> }>

/** Read, decide, save, tell; the comment is then guarded as its record is at this moment. */
function change(
  needs: CommentNeeds,
  viewer: Viewer,
  command: string,
  input: CommentInput,
  decide: Decide,
): Promise<StoredComment> {
  return needs.command(
    { command, viewer, input },
    async (tx) => {
      const record = await getComment(needs, viewer, input.id, tx)
      const { place, bodyId, owner, restrictedTo } = await needs.subjectOf(viewer, record.about, tx)
      const { after, also } = await decide({ record, place, owner }, tx)
      const guarded = { ...record, ...after, place, bodyId, owner, restrictedTo }
      const saved = await needs.comments.save(tx, record, guarded, officeFor(viewer, 'write', place))
      await also?.(saved)
      return saved
    },
    (id) => getComment(needs, viewer, id),
  )
}
