import type { Audience, Owner, Place, Restriction, Viewer } from '@camau/domain'
import type { Actor, Patch, RecordsChanged, RecordsRoom } from '@camau/protocol'

/** Who may see a record. Audience and place are left out where they are what the change says. */
export interface Guard {
  audience?: Audience
  place?: Place
  /** Who owns the record sees it whatever their offices. */
  owner: Owner | null
  /** A restricted record is for those it names. */
  restrictedTo: Restriction
  /** Others who see the record whatever their offices, unless it is restricted: who supports its owner. */
  alsoFor?: readonly Owner[]
}

/** A patch beside what decides who may see it. The second half never leaves the server. */
export interface GuardedPatch extends Patch, Guard {
  audience: Audience
  place: Place
  /** Not for those who see the record by this guard: they have it still, the others lose it. */
  hiddenFrom?: Guard
}

/** One committed command in one room, as the collection `changes` keeps it. Sequence numbers are gapless per room. */
export interface ChangeRow {
  room: RecordsRoom
  seq: number
  at: Date
  actor: Actor
  command: string
  mutationId: string
  patches: GuardedPatch[]
}

/** The change feed as the live channel reads it. */
export interface Changes {
  /** The room's last sequence number; 0 when nothing happened yet. */
  head(room: RecordsRoom): Promise<number>
  /** What that number was at a time. */
  headAt(room: RecordsRoom, time: Date): Promise<number>
  /** Rows after `seq`, oldest first; null when there are more than the feed hands out at once. */
  since(room: RecordsRoom, seq: number): Promise<ChangeRow[] | null>
  /** Whether the viewer may open the room at all; a no is Refusal('not-found'). */
  enter(viewer: Viewer, room: RecordsRoom): Promise<void>
}

/** What one viewer may see of a row: the same sequence number, without what is not for their eyes. */
export type Redact = (viewer: Viewer, row: ChangeRow) => RecordsChanged
