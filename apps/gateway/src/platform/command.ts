import type { Audience, HeldOffice, Owner, Place, Restriction, Viewer } from '@camau/domain'
import type { RecordsRoom } from '@camau/protocol'
import type { ClientSession } from 'mongoose'
import type { Publisher } from './bus.js'
import type { Guard } from './changes.js'
import type { IsCurrent } from './transaction.js'

/** One record's change: a patch in each of the rooms, and before and after in the audit trail. */
export interface RecordChange {
  /** GraphQL name of the record's type. */
  type: string
  id: string
  version: number
  rooms: readonly RecordsRoom[]
  audience: Audience
  place: Place
  /** Who owns the record sees it whatever their offices. */
  owner?: Owner | null
  /** A restricted record's change is for those it names. */
  restrictedTo?: Restriction
  /** Others who see the record whatever their offices, unless it is restricted: who supports its owner. */
  alsoFor?: readonly Owner[]
  /** What guarded it until now: screens of those who no longer may see it lose it. */
  guardedBefore?: Guard | null
  /** Shaped as the GraphQL type: enums by key, dates as ISO strings, `__typename` in every object. */
  fields: Record<string, unknown>
  /** Plain values for the audit trail; null where there was nothing before. */
  before: unknown
  after: unknown
  /** The office by which the viewer may (`officeFor`); null for an owner acting as such. */
  office: HeldOffice | null
  /** It only follows from the command, as a line in an inbox does: not what the command is about, and not in the audit trail. */
  follows?: boolean
}

export interface Transaction {
  /** To be given to every read and write of the command: `Model.findById(id).session(tx.session)`, `.create([row], { session: tx.session })`. */
  session: ClientSession
  at: Date
  /** Whose command it is. */
  by: Viewer
  /** UUIDv7. */
  newId(): string
  changed(change: RecordChange): void
  /**
   * Tells other parts after commit: rights of people, the grant of a document. What it publishes is read off before the commit, too, and
   * noted for nodes that will not hear it; so it must do nothing else.
   */
  afterCommit(tell: (bus: Publisher) => void): void
}

/** What somebody asked for. `input` is what the mutationId stands for: sent again with another input it is refused. */
export interface Intent {
  command: string
  viewer: Viewer
  input: { mutationId: string }
}

/**
 * One mutation = one transaction: records, change rows and audit entries, announced on the bus after commit.
 * A repeated mutationId answers through `again` with the id of the first record changed, also concurrently and after a restart.
 * `work` may run more than once (write conflicts): it must do nothing but read and write through `tx`.
 */
export type Command = <T>(
  intent: Intent,
  work: (tx: Transaction) => Promise<T>,
  again: (recordId: string) => Promise<T>,
) => Promise<T>

/**
 * What follows from words written live (an action's title): records and change rows as in a command, but no audit entry. It may wait
 * for a command that takes the words out; what is no longer current by then is left alone.
 */
export type Project = (name: string, isCurrent: IsCurrent, work: (tx: Transaction) => Promise<void>) => Promise<void>
