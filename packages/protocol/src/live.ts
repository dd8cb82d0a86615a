import type { RefusalCode } from '@camau/domain'

/**
 * Every message on the Socket.IO channel `/live`. Types only: safe for the browser. `live.parse.ts` holds the checks. Bytes travel as base64.
 * What is sent with every keystroke is a list without names, and calls a document by the number it was given when it was opened.
 */

export type DocumentId = `minutes:${string}` | `action:${string}` | `legacy:${string}` | `item:${string}`
/** One room per body, one for the programme, one per person. */
export type RecordsRoom = `body:${string}` | 'programme' | `person:${string}`

export type Answer<T> = ({ ok: true } & T) | { ok: false; code: RefusalCode; details: Record<string, unknown> }

// ── documents ──────────────────────────────────────────────────────────────────────────────────────────────
export interface OpenDocument {
  documentId: DocumentId
  /** The Yjs client id this person's edits will carry; claimed at the first push. */
  clientId: number
  /** What the client already holds; absent on a first visit. */
  stateVector?: string
  epoch?: number
  /** The client can unpack `state`. */
  packed?: true
}
export interface OpenedDocument {
  /** What this node calls this history of the document: stands in each message about it, as long as the line holds. */
  handle: number
  epoch: number
  /** Sequence number of the last durable row in `update`. */
  seq: number
  readOnly: boolean
  /** Why it is read-only, if it is. */
  because?: RefusalCode
  /** To whoever has nothing yet: the whole document as it was a moment ago, in Yjs' second encoding, gzipped. Made by the server alone. */
  state?: Uint8Array | ArrayBuffer
  /** Everything durable that the client lacks (Yjs V1), beyond `state` where that is given. */
  update: string
  /** The server's state vector, so that the client sends only what the server lacks. */
  stateVector: string
  people: Presence[]
}
export type PushUpdate = readonly [
  handle: number,
  /** Rises with each push of one opening, by one unless something was refused. */
  n: number,
  update: string,
  /** Where the author's caret stands after it, to be seen together with the update; null: nothing is said of it. */
  caret?: Caret | null,
  rest?: PushRest,
]
export interface PushRest {
  /** Larger updates come in parts of at most `limits.frame`; `update` then holds one part. */
  part?: { index: number; of: number }
  /** The first push after a refusal: what was on its way behind the refused one is dropped without a word until then. */
  again?: true
}
export interface SyncDocument {
  documentId: DocumentId
  epoch: number
  stateVector: string
  /** SHA-256 of the encoded delete set, hex: a state vector alone does not see deletes. */
  deleteSet: string
}
export type DocumentUpdated = readonly [
  handle: number,
  seq: number,
  update: string,
  /** Where carets stand now, of those whose edits these are or who moved meanwhile. */
  carets?: readonly CaretMoved[],
  /** What a reader must have before it; absent: everything up to `seq - 1`. */
  previous?: number,
]
export type DocumentSaved = readonly [
  handle: number,
  /** Every push up to and including this one is durable. */
  n: number,
  seq: number,
]
export interface DocumentRefused {
  handle: number
  n: number
  code: RefusalCode
  details: Record<string, unknown>
}
export interface DocumentClosed {
  documentId: DocumentId
  code: RefusalCode
}

// ── presence ───────────────────────────────────────────────────────────────────────────────────────────────
/** A Yjs relative position, encoded; two where something is selected: anchor and head. */
export type Caret = string | readonly [anchor: string, head: string]
/** Where somebody is: a caret in a document, or a cell of the log. */
export type Whereabouts = { caret: Caret } | { recordId: string; field: string } | null
/** `key` as in `Presence`; null: the caret is gone. */
export type CaretMoved = readonly [key: number, caret: Caret | null]
/** Sent by a client: who they are is never theirs to say. */
export interface SetPresence {
  in: DocumentId | RecordsRoom
  at: Whereabouts
}
/** Identity is written by the server from the session. */
export interface Presence {
  connectionId: string
  /** A short name for the same, in this room on this node: moves are told by it. */
  key: number
  /** Yjs client id where the room is a document. */
  clientId?: number
  personId: string
  name: string
  initials: string
  /** 1 to 8, stable per person in a room. */
  colour: number
  at: Whereabouts
}
export interface PresenceChanged {
  in: DocumentId | RecordsRoom
  /** Came in. */
  here?: Presence[]
  /** Moved; `key` as in `Presence`. */
  moved?: [key: number, at: Whereabouts][]
  /** Left, by connection. */
  gone?: string[]
}

// ── records ────────────────────────────────────────────────────────────────────────────────────────────────
export interface OpenRecords {
  room: RecordsRoom
  /** The last sequence number the client has seen; absent: since a moment ago, when the page asked for what it shows. */
  since?: number
}
export interface OpenedRecords {
  seq: number
  /** What was missed, oldest first; null when the client is too far behind and must refetch. */
  missed: RecordsChanged[] | null
  people: Presence[]
}
/** One record's new values, as GraphQL names and types them. */
export interface Patch {
  type: string
  id: string
  /** Rises with every change of the record; an older one than cached is ignored. */
  version: number
  fields: Record<string, unknown>
}
export interface Actor {
  personId: string
  name: string
  /** The office used, in words of the body; null for an owner acting as such. */
  office: string | null
}
/** One committed command. Who may not see a record gets the same `seq` with no patches, so nothing leaks and no false gap appears. */
export interface RecordsChanged {
  room: RecordsRoom
  seq: number
  previous: number
  at: string
  /** null where nothing in it is for the viewer's eyes, or no more than that something is gone. */
  actor: Actor | null
  command: string | null
  mutationId: string | null
  patches: Patch[]
}

export interface Notice {
  /** `rights-changed`: read `viewer` again. `session-ended`: sign in again. `draining`: reconnect after `retryAfter` ms. */
  code: 'rights-changed' | 'session-ended' | 'draining'
  retryAfter?: number
}

export interface ClientEvents {
  'document:open': (message: OpenDocument, answer: (opened: Answer<OpenedDocument>) => void) => void
  'document:push': (message: PushUpdate) => void
  'document:sync': (message: SyncDocument, answer: (synced: Answer<OpenedDocument>) => void) => void
  'document:close': (message: { documentId: DocumentId }) => void
  presence: (message: SetPresence) => void
  'records:open': (message: OpenRecords, answer: (opened: Answer<OpenedRecords>) => void) => void
  'records:close': (message: { room: RecordsRoom }) => void
}

export interface ServerEvents {
  'document:updated': (message: DocumentUpdated) => void
  'document:saved': (message: DocumentSaved) => void
  'document:refused': (message: DocumentRefused) => void
  'document:closed': (message: DocumentClosed) => void
  presence: (message: PresenceChanged) => void
  'records:changed': (message: RecordsChanged) => void
  notice: (message: Notice) => void
}
