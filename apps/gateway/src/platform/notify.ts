import type { NoticeKind, Owner } from '@camau/domain'
import type { Transaction } from './command.js'
import type { EntityName } from './graphql/entity.js'

/** Something that happened to somebody. Who may not see the record by the time they look is not told of it. */
export interface GivenNotice {
  kind: NoticeKind
  /** Everybody who answers for one of these now; the person whose command it is is left out. */
  to: readonly (Owner | null)[]
  about: { type: EntityName; id: string }
  /**
   * Another record it came of: what slipped, was finished or dropped. Somebody with several things touched by it gets one line
   * for them all. Whoever may not see it learns which body holds it, and no more.
   */
  because?: { type: EntityName; id: string }
  /** One short line of the person's own words that goes with it: a reason, the beginning of a comment. With `because`, for those alone who may see that. */
  text?: string | null
  /** The comment it tells of: its words are read from there, by whoever may read them then. */
  commentId?: string | null
}

/**
 * Writes lines into inboxes, as part of the command they follow from. One line per person, kind and record (or what it came
 * of) in a command; what moves a date again joins the line that is still unread.
 * A feature gets it with its needs and calls it inside the work of its command, after the record is saved:
 *
 *     const saved = await actions.save(tx, viewer, held, after, office)
 *     await notify(tx, [{ kind: 'assigned', to: [saved.record.owner], about: { type: 'Action', id: saved.record.id } }])
 */
export type Notify = (tx: Transaction, notices: readonly GivenNotice[]) => Promise<void>

/**
 * Takes the lines of one command out of the inboxes of those who have not read them: what was taken back is no news. A line that
 * other news joined stays.
 */
export type Unsay = (tx: Transaction, act: { by: string; at: Date }) => Promise<void>
