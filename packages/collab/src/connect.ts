import type { DocumentId } from '@camau/protocol'
import type { ChannelOptions } from './channel.js'
import type { KeptCopies } from './kept-copies.js'
import { type KeptEdits, keptInMemory } from './kept-edits.js'
import { keptOnDevice } from './kept-in-browser.js'
import { type OpenDocument, openDocument as openOver } from './open-document.js'
import { connect as connectRecords, type RecordsConnection } from './records.js'
import { shareOpening } from './shared-openings.js'

export interface ConnectOptions extends ChannelOptions {
  /** Where unsent edits are kept; the device's own storage unless given. */
  kept?: KeptEdits | undefined
  /** Where documents are kept for the time without a line; nowhere unless given. */
  copies?: KeptCopies | undefined
}

/** One connection per page, for records and documents. */
export interface Connection extends RecordsConnection {
  /** A document that is open already is shared: it is closed when everybody who opened it has closed it. */
  openDocument(documentId: DocumentId): OpenDocument
}

/** Connects to the gateway. In Node, `cookie` is the session's; a browser sends its own. */
export function connect(options: ConnectOptions): Connection {
  return withDocuments(connectRecords(options), options.kept, options.copies)
}

/** Documents over a connection that was made without them, so that a page loads Yjs only when somebody writes. */
export function withDocuments(connection: RecordsConnection, kept?: KeptEdits, copies?: KeptCopies): Connection {
  // Whose words they are must be known before any are kept for later.
  const keeping = kept ?? (connection.person === undefined ? keptInMemory() : keptOnDevice())
  return {
    ...connection,
    openDocument: (documentId) =>
      shareOpening(connection.channel, documentId, (leave) => openOver(connection, documentId, leave, keeping, copies)),
  }
}
