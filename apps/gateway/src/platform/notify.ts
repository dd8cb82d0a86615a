import type { NoticeKind, Owner } from '@camau/domain'
import type { Transaction } from './command.js'
import type { EntityName } from './graphql/entity.js'

/** Something that happened to somebody. Who may not see the record by the time they look is not told of it. */
export interface GivenNotice {
  kind: NoticeKind
  /** Everybody who answers for one of these now; the person whose command it is is left out. */
  to: readonly (Owner | null)[]
  about: { type: EntityName; id: string }
  /** One short line of the person's own words that goes with it: a reason, the beginning of a comment. */
  text?: string | null
}

/**
 * Writes lines into inboxes, as part of the command they follow from. One line per person, kind and record in a command.
 * A feature gets it with its needs and calls it inside the work of its command, after the record is saved:
 *
 *     const saved = await actions.save(tx, viewer, held, after, office)
 *     await notify(tx, [{ kind: 'assigned', to: [saved.record.owner], about: { type: 'Action', id: saved.record.id } }])
 */
export type Notify = (tx: Transaction, notices: readonly GivenNotice[]) => Promise<void>
