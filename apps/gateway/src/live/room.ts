import { aReplica, type DocumentSchema } from '@camau/collab'
import { limits, Refusal, type RefusalCode } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import * as Y from 'yjs'
import type { Log } from '../platform/log.js'
import { admit, checkDecoded, type Decoded, decode, newcomers } from './admission.js'
import { append, contiguous } from './append.js'
import type { Member } from './caller.js'
import { type Claim, clientOwners } from './client-owners.js'
import type { UpdateRecord } from './document.model.js'
import { type DocumentLog, newRow } from './document-log.js'
import { type Loaded, loadDocument } from './load-document.js'
import { quietWatch } from './quiet.js'
import { nextGroup, type Waiting } from './waiting-edits.js'

export interface RoomNeeds {
  log: DocumentLog
  schema: DocumentSchema
  report: Pick<Log, 'error' | 'warn'>
  now: () => Date
  clientIds: number
  /** The document was sealed; everybody has been answered by then. */
  sealed(room: Room): void
  /** Rows that are durable and now in the document, in order; before them a reader must have everything up to `previous`. */
  committed(room: Room, rows: readonly Committed[], previous: number): void
}

/** A durable row, and which member of this node wrote it. */
export interface Committed {
  row: UpdateRecord
  author: Member | null
}

/** Only minutes are ever sealed. */
export const whySealed: RefusalCode = 'minutes-agreed'
const patience = 10_000
/** Rows stay in the log three times as long (see compaction), so that within this time a taken number is still seen to be taken. */
export const trustFor = 20_000

/**
 * A live document on this node. `doc` holds only what is durable, and is all that anyone is ever shown; edits are tried out
 * on `scratch`, which runs ahead of it. One append is in flight at a time; what arrives meanwhile forms the next.
 */
export class Room {
  readonly members = new Set<Member>()
  readonly epoch: number
  readonly doc: Y.Doc
  seq: number
  quarantined: boolean
  /** The last row is the seal: nothing is written after it. */
  sealed: boolean
  /** Rows and bytes in the log since the snapshot. */
  grown: { rows: number; bytes: number; snapshotBytes: number }
  projectedSeq: number
  /** The state before the rows that were taken in last: what a reader has who did not get those. */
  vectorBefore: Uint8Array = new Uint8Array([0])
  private readonly quiet: (seq: number) => Promise<void>
  private readonly claim: Claim
  private scratch: Y.Doc | null = null
  private waiting: Waiting[] = []
  private inFlight: UpdateRecord[] = []
  /** When the log was last known to hold no more than we do. */
  private sure = Date.now()
  private flushing: Promise<void> | null = null
  private readonly early = new Map<number, UpdateRecord>()
  private whole: { seq: number; state: Uint8Array } | null = null

  constructor(
    readonly id: DocumentId,
    loaded: Loaded,
    owners: Map<number, string>,
    private readonly needs: RoomNeeds,
  ) {
    this.epoch = loaded.epoch
    this.doc = loaded.doc
    this.seq = loaded.seq
    this.quarantined = loaded.quarantined
    this.sealed = loaded.sealed
    this.projectedSeq = loaded.projectedSeq
    this.quiet = quietWatch(needs.log, id, loaded.epoch, loaded.quiet)
    this.claim = clientOwners(owners, needs.clientIds, (client, personId) =>
      needs.log.claim(id, client, personId, needs.now()),
    )
    this.grown = { rows: loaded.rows.length, bytes: loaded.bytes, snapshotBytes: loaded.snapshotBytes }
  }

  /** Everything durable that a replica lacks; on a first visit the same bytes serve everybody. */
  lacking(stateVector?: Uint8Array): Uint8Array {
    if (stateVector) {
      try {
        return Y.encodeStateAsUpdate(this.doc, stateVector)
      } catch {
        throw new Refusal('malformed')
      }
    }
    if (this.whole?.seq !== this.seq) this.whole = { seq: this.seq, state: Y.encodeStateAsUpdate(this.doc) }
    return this.whole.state
  }

  /** Admits an update and resolves with its sequence number once it is durable and in the document. Throws Refusal. */
  async write(member: Member, update: Uint8Array): Promise<number> {
    if (this.quarantined) throw new Refusal('quarantined')
    if (this.sealed) throw new Refusal(whySealed)
    if (this.isFull(update.length)) throw new Refusal('too-large')
    const { personId } = member.caller
    const decoded = decode(update)
    // Before the claim: nobody gets hold of a client id by an update that is refused for its content.
    checkDecoded(this.tryOut(), this.needs.schema, decoded)
    await this.own(decoded, personId)
    if (member.closed) throw new Refusal('not-open')
    const brought = this.admitted(update, decoded)
    const row = brought && newRow(this.id, this.epoch, brought, personId, this.needs.now())
    return new Promise((saved, refused) => {
      this.waiting.push({ member, row, saved, refused })
      this.flushing ??= this.flush()
    })
  }

  // The log's bytes are an upper bound; the true size is only looked up when that is too much.
  private isFull(more: number): boolean {
    const bound = this.grown.snapshotBytes + this.grown.bytes
    return bound + more > limits.documentState && this.lacking().length + more > limits.documentState
  }

  /** A row that another node says it appended. A hint: what is missing in between is read from the log. */
  async hear(row: UpdateRecord): Promise<void> {
    if (row.epoch !== this.epoch || row.seq <= this.seq || this.sealed) return
    this.early.set(row.seq, row)
    if (this.flushing) return // what is being appended will find the same rows
    if (this.early.has(this.seq + 1)) this.takeIn([])
    else await this.check()
  }

  /** Asks the log whether there is more than we know. */
  async check(): Promise<void> {
    if (!this.flushing && !this.quarantined && !this.sealed) await this.compare()
  }

  private async compare(): Promise<void> {
    const asked = Date.now()
    const rows = await this.unread()
    const next = rows.find(({ seq }) => seq > this.seq)
    const pruned = next ? next.seq !== this.seq + 1 : await this.isBehindSnapshot(asked)
    if (pruned) await this.reload()
    else this.takeIn(rows)
    this.sure = asked
  }

  /** Only a node that slept long can be: others have gone on, and the rows between are in a snapshot by now. */
  private async isBehindSnapshot(at: number): Promise<boolean> {
    if (at - this.sure < trustFor) return false
    const record = await this.needs.log.find(this.id)
    return (record?.snapshotSeq ?? 0) > this.seq
  }

  private async reload(): Promise<void> {
    const loaded = await loadDocument(this.needs.log, this.id)
    if (!loaded || loaded.quarantined || loaded.epoch !== this.epoch) {
      this.quarantined = true
      this.needs.report.error({ documentId: this.id, seq: this.seq }, 'the log has a hole: read-only until repaired')
    } else if (loaded.seq > this.seq) {
      const update = Y.encodeStateAsUpdate(loaded.doc, Y.encodeStateVector(this.doc))
      const row = { ...newRow(this.id, this.epoch, update, null, this.needs.now()), seq: loaded.seq }
      this.take([{ row: loaded.sealed ? { ...row, sealed: true } : row, author: null }])
    }
  }

  /** Resolves when nothing is on its way to the log. */
  async settled(): Promise<void> {
    while (this.flushing) await this.flushing
  }

  get busy(): boolean {
    return this.flushing !== null
  }

  private unread(): Promise<UpdateRecord[]> {
    return this.needs.log.after(this.id, this.epoch, this.seq)
  }

  private takeIn(rows: readonly UpdateRecord[]): void {
    for (const row of rows) this.early.set(row.seq, row)
    this.takeEarly()
  }

  private takeEarly(): void {
    const rows = contiguous(
      [...this.early.values()].filter(({ seq }) => seq > this.seq).sort((a, b) => a.seq - b.seq),
      this.seq,
    )
    for (const seq of this.early.keys()) if (seq <= this.seq + rows.length) this.early.delete(seq)
    this.take(rows.map((row) => ({ row, author: null })))
  }

  private tryOut(): Y.Doc {
    if (!this.scratch) {
      this.scratch = aReplica()
      Y.applyUpdate(this.scratch, this.lacking())
      for (const { row } of this.waiting) if (row) Y.applyUpdate(this.scratch, row.update)
      for (const row of this.inFlight) Y.applyUpdate(this.scratch, row.update)
    }
    return this.scratch
  }

  private admitted(update: Uint8Array, decoded: Decoded): Uint8Array | null {
    try {
      return admit(this.tryOut(), this.needs.schema, update, decoded)
    } catch (error) {
      this.scratch = null // it may hold half of the bad update
      if (error instanceof Refusal) throw error
      this.needs.report.warn({ documentId: this.id, err: error }, 'an update could not be checked')
      throw new Refusal('malformed')
    }
  }

  private async own(decoded: Decoded, personId: string): Promise<void> {
    for (const client of newcomers(this.tryOut(), decoded).keys()) await this.claim(client, personId)
  }

  private async flush(): Promise<void> {
    try {
      while (this.waiting.length > 0) await this.flushGroup(nextGroup(this.waiting))
    } finally {
      this.flushing = null
      this.takeEarly()
      if (this.early.size > 0) this.check().catch(() => {}) // a hole: the next head check asks again
    }
  }

  private async flushGroup(group: Waiting[]): Promise<void> {
    this.inFlight = group.flatMap(({ row }) => row ?? [])
    // Asked again here: the right may have gone while the edit waited for its turn.
    await Promise.all(group.map(({ member }) => member.asking))
    const barred = group.filter(({ member }) => member.barred)
    if (barred.length > 0) {
      this.startOver(group)
      return
    }
    const rows = group.flatMap(({ row }) => row ?? [])
    try {
      const durable = await this.makeDurable(rows, new Map(group.map(({ row, member }) => [row?._id, member])))
      const late = group.findIndex(({ row }) => row && !durable.has(row._id))
      for (const { saved } of late === -1 ? group : group.slice(0, late)) saved(this.seq)
      if (late !== -1) this.refuseLate(group.slice(late))
    } catch (error) {
      this.giveUp(group, error)
    } finally {
      this.inFlight = []
    }
  }

  /** Gives the ids of the rows that are there now: all of them, unless a seal came before. */
  private async makeDurable(
    rows: readonly UpdateRecord[],
    authors: ReadonlyMap<string | undefined, Member>,
  ): Promise<ReadonlySet<string>> {
    if (rows.length === 0 || this.sealed) return new Set()
    await this.quiet(this.seq).catch(() => {}) // the database is away: appending will say so
    const begun = Date.now()
    if (begun - this.sure > trustFor) await this.compare()
    if (this.quarantined) throw new Refusal('quarantined')
    if (this.sealed) return new Set()
    const { log } = this.needs
    const all = await append({ log, documentId: this.id, epoch: this.epoch, head: this.seq, rows, patience })
    if (Date.now() - begun > trustFor && (await this.isBehindSnapshot(Date.now()))) {
      throw new Error('this node slept while it appended') // its rows lie below a snapshot: nobody was told they are saved
    }
    this.sure = begun
    this.take(all.map((row) => ({ row, author: authors.get(row._id) ?? null })))
    return new Set(all.map(({ _id }) => _id))
  }

  /** The seal came first. What was admitted after it may build on what is refused, so everything that waits is refused too. */
  private refuseLate(group: readonly Waiting[]): void {
    this.scratch = null
    this.inFlight = []
    for (const { refused } of [...group, ...this.waiting.splice(0)]) refused(new Refusal(whySealed))
  }

  /**
   * Somebody lost their right while their edit waited. What was admitted after it may build on it, so everything is sent back
   * and comes again: a row without its predecessor in the log could never be read.
   */
  private startOver(group: Waiting[]): void {
    this.scratch = null
    this.inFlight = []
    for (const { member, refused } of [...group, ...this.waiting.splice(0)]) {
      refused(member.barred ? new Refusal(member.barred) : new Refusal('unavailable', { retryAfter: 20 }))
    }
  }

  /** Nothing of it was shown to anybody; whoever wrote it still has it and will send it again. */
  private giveUp(group: Waiting[], error: unknown): void {
    this.needs.report.error({ documentId: this.id, err: error }, 'edits could not be made durable')
    this.scratch = null
    const reason = new Refusal('unavailable', { retryAfter: 2_000 })
    for (const { refused } of [...group, ...this.waiting.splice(0)]) refused(reason)
  }

  private take(rows: readonly Committed[]): void {
    if (rows.length === 0) return
    const previous = this.seq
    this.vectorBefore = Y.encodeStateVector(this.doc)
    this.doc.transact(() => {
      for (const { row } of rows) Y.applyUpdate(this.doc, row.update)
    })
    for (const { row, author } of rows) {
      this.seq = row.seq
      this.grown.rows++
      this.grown.bytes += row.update.length
      if (!author && this.scratch) Y.applyUpdate(this.scratch, row.update)
    }
    this.needs.committed(this, rows, previous)
    if (!rows.at(-1)?.row.sealed) return
    this.sealed = true
    setImmediate(() => this.needs.sealed(this)) // after what came before the seal is answered "saved"
  }
}
