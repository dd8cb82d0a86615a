import { may, type Owner, owns, Refusal, type Viewer } from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { Notify } from '../../platform/notify.js'
import type { FindSubject, Subject } from '../../platform/subject.js'
import type { CommentStore, StoredComment } from './comment.store.js'
import type { CommentAboutInput } from './comment.type.js'

export interface CommentNeeds {
  comments: CommentStore
  command: Command
  directory: Directory
  notify: Notify
  subjectOf: FindSubject
  viewerOf: (personId: string) => Promise<Viewer>
  /** Everybody who answers for the owner now. */
  answering: (owner: Owner) => Promise<readonly string[]>
  /** Everybody who holds an office now. */
  inOffice: () => Promise<readonly string[]>
}

/** What is said about a record is for those who may see the record now, whatever held when it was said. */
export async function getComment(
  { comments, subjectOf }: Pick<CommentNeeds, 'comments' | 'subjectOf'>,
  viewer: Viewer,
  id: string,
  tx?: Transaction,
): Promise<StoredComment> {
  const comment = (await comments.all()).find((one) => one.id === id)
  if (!comment || !mayRead(viewer, await subjectOf(viewer, comment.about, tx))) throw new Refusal('not-found')
  return comment
}

/** The oldest first. */
export async function listComments(
  { comments, subjectOf }: Pick<CommentNeeds, 'comments' | 'subjectOf'>,
  viewer: Viewer,
  about: CommentAboutInput,
): Promise<StoredComment[]> {
  if (!mayRead(viewer, await subjectOf(viewer, about))) return []
  return (await comments.all()).filter((one) => one.about.type === about.type && one.about.id === about.id)
}

/** How many records are counted at once. */
const mostCounted = 100

/** What is withdrawn, or may not be read, counts for nothing. */
export function countComments(
  needs: Pick<CommentNeeds, 'comments' | 'subjectOf'>,
  viewer: Viewer,
  about: readonly CommentAboutInput[],
): Promise<number[]> {
  if (about.length > mostCounted) throw new Refusal('too-long', { field: 'about', limit: mostCounted })
  return Promise.all(
    about.map(async (one) => {
      const comments = await listComments(needs, viewer, one).catch(unseen)
      return comments.filter(({ withdrawn }) => !withdrawn).length
    }),
  )
}

/** What may not be seen is not there. */
export function unseen(error: unknown): [] {
  if (error instanceof Refusal && error.code === 'not-found') return []
  throw error
}

/** Said among those at work there: a record that is public, or shared, does not publish what is said about it. */
export const mayRead = (viewer: Viewer, { place, owner, restrictedTo }: Subject) =>
  restrictedTo !== null || may(viewer, 'read', place) || owns(viewer, owner)
