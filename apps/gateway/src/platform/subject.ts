import type { CommentedType, Owner, Place, Restriction, Viewer } from '@camau/domain'
import type { Transaction } from './command.js'

/** A record of any kind, as far as what is said about it needs to know. */
export interface Subject {
  type: CommentedType
  id: string
  place: Place
  /** The body that holds it; null for legacy without a workstream. */
  bodyId: string | null
  owner: Owner | null
  restrictedTo: Restriction
}

/** Throws Refusal('not-found'), also for what the viewer may not see. */
export type FindSubject = (viewer: Viewer, about: Pick<Subject, 'type' | 'id'>, tx?: Transaction) => Promise<Subject>
