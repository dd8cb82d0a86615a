import type { DocumentSchema } from '@camau/collab'
import type { RefusalCode, Viewer } from '@camau/domain'
import type * as Y from 'yjs'
import type { Transaction } from '../platform/command.js'
import type { IsCurrent } from '../platform/transaction.js'

/**
 * What a feature supplies to have a text edited live. `live/` keeps the log and never learns what minutes are.
 * `id` is the record's own: `m-1` for the document `minutes:m-1`.
 */
export interface LiveDocument {
  /** May the viewer come in, and may they write? Throws Refusal to keep someone out; what may not be seen is 'not-found'. */
  enter(viewer: Viewer, id: string): Promise<{ readOnly: boolean; because?: RefusalCode }>
  /** The root types and nodes this kind of document may hold; anything else is refused. */
  schema: DocumentSchema
  /** First content, written by the server as sequence 1 by compare-and-set. */
  first(id: string): Promise<(doc: Y.Doc) => void>
  /**
   * After each commit: what lists and search need to know (an action's title), as plain values. Something may have been taken out of
   * the text since it was read: nothing is written of it but in a transaction that has asked `isCurrent`.
   */
  project?(id: string, doc: Y.Doc, isCurrent: IsCurrent): Promise<void>
  /** The same in the transaction in which something was taken out of it: `doc` is what is left, and `words` takes it out elsewhere. */
  reduced?(id: string, doc: Y.Doc, tx: Transaction, words: (said: string) => string): Promise<void>
}
