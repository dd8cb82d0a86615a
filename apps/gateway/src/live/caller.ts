import type { RefusalCode, Viewer } from '@camau/domain'
import type { Caret, ClientEvents, DocumentId, RecordsRoom, ServerEvents } from '@camau/protocol'
import type { Server, Socket } from 'socket.io'
import type { Session } from '../platform/session.js'
import type { Allowance } from './allowance.js'

export interface SocketData {
  session: Session
  cookie: string | undefined
}
type NoEvents = Record<string, never>
export type LiveSocket = Socket<ClientEvents, ServerEvents, NoEvents, SocketData>
export type LiveServer = Server<ClientEvents, ServerEvents, NoEvents, SocketData>

/** One socket and the person behind it. */
export interface Caller {
  socket: LiveSocket
  session: Session
  personId: string
  /** As of the last time rights were asked for. */
  viewer: Viewer
  /** Where this person's rights on this socket stand; an answer of `enter` counts only if it has not moved meanwhile. */
  version: number
  documents: Map<DocumentId, Member>
  /** The same by the number the room has on this node. */
  handles: Map<number, Member>
  records: Set<RecordsRoom>
  strikes: Allowance
  /** The timer that asks again when an office or the session runs out. */
  timer: NodeJS.Timeout | undefined
}

/** What `enter` said, last time it was asked. */
export interface Grant {
  readOnly: boolean
  because?: RefusalCode | undefined
}

/** One opening of a document by one socket. */
export interface Member {
  caller: Caller
  documentId: DocumentId
  grant: Grant
  /** Rights moved; the answer of `enter` is on its way. Nothing is taken from the member until then. */
  asking: Promise<void> | null
  /** Closed, or opened anew: what was still on its way is dropped. */
  closed: boolean
  /** Put out because the right is gone: what still waits to be written is refused. Edits of somebody who merely left stay. */
  barred: RefusalCode | null
  /** The last push handled. */
  n: number
  /** The first push that was refused: what was on its way behind it is dropped, until the client says that it knows. */
  refused: number | null
  /** What is durable but not yet acknowledged: one word for all that one commit brought. */
  saved: { n: number; seq: number } | null
  /** Where the author's caret stands after the edits that are on their way. */
  caret: Caret | null
  /** Pushes are handled one after the other; null while none is under way. */
  turn: Promise<void> | null
  /** Bytes in parts of all this person's documents and sockets. */
  unfinished: { bytes: number }
  /** In milliseconds, of all this person's edits. */
  effort: Allowance
  /** Parts of a large update on its way. */
  parts: { n: number; pieces: Uint8Array[]; bytes: number } | null
  /** Too slow a reader: documents wait until it has caught up. `vector` is what it had then. */
  lagging: { since: number; seq: number; vector: Uint8Array } | null
}
