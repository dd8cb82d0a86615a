import { officeFor, Refusal, whyNotUndoOnComment, withdrawComment } from '@camau/domain'
import type { Connection } from 'mongoose'
import { needAsLeft, type UndoLine, valuesBefore } from '../../platform/undoing.js'
import type { StoredComment } from './comment.store.js'
import { type CommentNeeds, getComment } from './comment-needs.js'

/** A comment just made is withdrawn: that it was there is still shown. Any other act on one is put back. */
export function undoOnComment(needs: CommentNeeds & { db: Connection }): UndoLine {
  return async ({ tx, viewer }, line) => {
    const record = await getComment(needs, viewer, line.id, tx)
    const subject = await needs.subjectOf(viewer, record.about, tx)
    const { place, bodyId, owner, restrictedTo } = subject
    const before = line.before ? { ...record, ...valuesBefore(line, needs.db.model<StoredComment>('Comment')) } : record
    needAsLeft(line, record)
    const refusal = whyNotUndoOnComment(viewer, line.command, { record: before, place, owner })
    if (refusal) throw new Refusal(refusal)
    const after = line.before ? before : { ...record, ...withdrawComment(viewer, { record, place, owner }, tx.at) }
    const guarded = { ...after, place, bodyId, owner, restrictedTo }
    await needs.comments.save(tx, record, guarded, officeFor(viewer, 'write', place))
  }
}
