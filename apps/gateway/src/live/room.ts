import { aReplica, type DocumentSchema, deleteSetHash } from '@camau/collab'
import { limits, Refusal, type RefusalCode } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import * as Y from 'yjs'
import type { Log } from '../platform/log.js'
import { admit, checkDecoded, type Decoded, decode, inSteps, large, newcomers } from './admission.js'
import { type Ahead, aheadAfter, fitsSimply, textEnding } from './admit-simple.js'
import { append, contiguous } from './append.js'
import type { Member } from './caller.js'
import { clientOwners, type Owned, type Owners } from './client-owners.js'
import type { UpdateRecord } from './document.model.js'
import { type DocumentLog, newRow } from './document-log.js'
import { type Account, checkEffort, onAccount } from './effort.js'
import { groupRow } from './group-row.js'
import { type Loaded, loadDocument } from './load-document.js'
import type { OneByOne } from './one-by-one.js'
import type { Pace } from './pace.js'
import { type Packing, packing } from './packed-state.js'
import type { Quiet } from './quiet.js'
import { type SimpleEdit, simpleEdit } from './simple-edit.js'
import { holding, trial } from './trial.js'
import { type Edit, nextGroup, type Waiting } from './waiting-edits.js'

export interface RoomNeeds {
  log: DocumentLog
  schema: DocumentSchema
  report: Pick<Log, 'error' | 'warn'>
  now: () => Date
  clientIds: number
  /** After so many milliseconds without use a document is kept as its bytes alone. */
  sleepAfter: number
  /** When the next append may begin; the same for all documents of the node. */
  pace: Pace
  /** Large updates of all documents of the node are tried out one after the other: each needs a copy. */
  oneByOne: OneByOne
  /** null while this node knows what others decided a moment ago; otherwise resolves when it does. */
  upToDate: () => Promise<void> | null
  /** Rows are about to be taken in: what a reader who falls behind has must be noted now. */
  committing(room: Room): void
  /** The document was sealed; everybody has been answered by then. */
  sealed(room: Room): void
  /** Rows that are durable and now in the document, in order; before them a reader must have everything up to `previous`. */
  committed(room: Room, rows: readonly Committed[], previous: number): void
}

/** A durable row, and which members of this node wrote it. */
export interface Committed {
  row: UpdateRecord
  authors: readonly Member[]
}

/** Only minutes are ever sealed. */
export const whySealed: RefusalCode = 'minutes-agreed'
const patience = 10_000
/** How often it is noted which row a document had come to, and how many notes are kept: enough for compaction to look back. */
const markEvery = 5_000
const mostMarks = 16
/** Rows stay in the log three times as long (see compaction), so that within this time a taken number is still seen to be taken. */
export const trustFor = 20_000

/**
 * A live document on this node. `doc` holds only what is durable, and is all that anyone is ever shown; edits that cannot be judged
 * by looking are tried out on a copy that runs ahead of it. One append is in flight at a time; what arrives meanwhile forms the next.
 */
export class Room {
  readonly members = new Set<Member>()
  readonly epoch: number
  seq: number
  quarantined: boolean
  /** The last row is the seal: nothing is written after it. */
  sealed: boolean
  /** The document goes on in another history: this one is shown to nobody any more. */
  moved = false
  /** Rows and bytes in the log since the snapshot. */
  grown: { rows: number; bytes: number; snapshotBytes: number }
  projectedSeq: number
  /** null while nobody needs more than its bytes, which `whole` then holds. */
  private awake: Y.Doc | null
  private usedAt = Date.now()
  private fingerprint: { seq: number; vector: Uint8Array; deleteSet?: string } | null = null
  private readonly quiet: Quiet
  private readonly owners: Owners
  readonly packed: Packing
  private readonly trial = trial(() => this.admittedSoFar())
  private waiting: Waiting[] = []
  private inFlight: readonly Waiting[] = []
  private readonly ahead = new Map<number, Ahead>()
  /** When the log was last known to hold no more than we do. */
  private sure: number
  private flushing: Promise<void> | null = null
  private readonly marks: { at: number; seq: number }[] = []
  /** Called when the next group has landed, or none is on its way any more. */
  private landings: (() => void)[] = []
  private readonly early = new Map<number, UpdateRecord>()
  private whole: { seq: number; state: Uint8Array } | null = null
  private wholeUsed = false

  constructor(
    readonly id: DocumentId,
    loaded: Loaded,
    owners: Map<number, Owned>,
    /** What messages call this document on this node. */
    readonly handle: number,
    quiet: Quiet,
    private readonly needs: RoomNeeds,
  ) {
    this.epoch = loaded.epoch
    this.marks.push({ at: performance.now(), seq: loaded.seq })
    this.sure = loaded.asOf
    this.awake = loaded.doc
    this.seq = loaded.seq
    this.quarantined = loaded.quarantined
    this.sealed = loaded.sealed
    this.projectedSeq = loaded.projectedSeq
    this.quiet = quiet
    this.owners = clientOwners(owners, needs.clientIds, needs.now, (client, personId, at) =>
      needs.log.claim(id, client, personId, at),
    )
    this.grown = { rows: loaded.rows.length, bytes: loaded.bytes, snapshotBytes: loaded.snapshotBytes }
    this.packed = packing(
      () => this.doc,
      () => this.grown.snapshotBytes + this.grown.bytes,
    )
  }

  get doc(): Y.Doc {
    this.usedAt = Date.now()
    if (!this.awake) {
      this.awake = aReplica()
      Y.applyUpdate(this.awake, this.lacking())
    }
    return this.awake
  }

  get vector(): Uint8Array {
    if (this.fingerprint?.seq !== this.seq) this.fingerprint = { seq: this.seq, vector: Y.encodeStateVector(this.doc) }
    return this.fingerprint.vector
  }

  /** SHA-256 of what was deleted. */
  get deleteSet(): string {
    const print = { seq: this.seq, vector: this.vector, ...this.fingerprint }
    print.deleteSet ??= deleteSetHash(this.doc)
    this.fingerprint = print
    return print.deleteSet
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
    this.wholeUsed = true
    if (this.whole?.seq !== this.seq) this.whole = { seq: this.seq, state: Y.encodeStateAsUpdate(this.doc) }
    return this.whole.state
  }

  /** Whether a replica that knows so much may know something of others that this node has missed. */
  isBehind(stateVector: Uint8Array): boolean {
    try {
      const known = Y.decodeStateVector(this.vector)
      return [...Y.decodeStateVector(stateVector)].some(([client, clock]) => clock > (known.get(client) ?? 0))
    } catch {
      throw new Refusal('malformed')
    }
  }

  /**
   * Admits an update; it becomes durable together with what others write at the same time. Throws Refusal, or rejects with it where the
   * update has to be tried out, or is the first of its client id.
   */
  write(edit: Edit): Promise<void> | undefined {
    if (this.quarantined) throw new Refusal('quarantined')
    if (this.sealed) throw new Refusal(this.whyClosed)
    const { member, update } = edit
    if (this.isFull(update.length)) throw new Refusal('too-large')
    const simple = this.simply(update)
    if (!simple) return onAccount(member.effort, update.length, (account) => this.judge(edit, account))
    const { client, typed } = simple
    if (client !== null && !this.owners.isOf(client, member.caller.personId)) return this.claimFirst(edit, client)
    this.goOn(typed)
    this.trial.missed(update)
    this.enqueue(edit, update, client)
  }

  /** An edit that fits, under a client id that is nobody's, or somebody else's. */
  private async claimFirst(edit: Edit, client: number): Promise<void> {
    await this.owners.claim(client, edit.member.caller.personId, this.needs.pace.beat) // those who begin together claim together
    if (edit.member.closed) throw new Refusal('not-open')
    await this.write(edit)
  }

  private async judge(edit: Edit, account: Account): Promise<void> {
    const { member, update } = edit
    const isLarge = update.length > large
    const decoded = isLarge
      ? await this.needs.oneByOne(() => this.tried(member, update, account))
      : await this.read(member, update, account)
    if (member.closed) throw new Refusal('not-open')
    if (!isLarge) checkEffort(member.effort)
    const brought = this.admitted(member, update, decoded, account)
    const ending = textEnding(this.trial.doc(), decoded.structs)
    if (ending) this.goOn([ending])
    this.enqueue(edit, brought, ending?.client ?? null)
  }

  private enqueue({ member, saved, refused }: Edit, update: Waiting['update'], client: Waiting['client']): void {
    this.waiting.push({ member, update, client, saved, refused })
    this.flushing ??= this.flush()
  }

  /** Reads and judges what nearly every update is without a copy of the document; null for what must be tried out. */
  private simply(update: Uint8Array): SimpleEdit | null {
    const edit = simpleEdit(update)
    const ahead = edit?.client == null ? undefined : this.ahead.get(edit.client)
    return edit && fitsSimply(this.doc, edit, ahead) ? edit : null
  }

  /** These pieces of one client are on their way. */
  private goOn(pieces: readonly Ahead[]): void {
    const client = pieces[0]?.client
    const after = client === undefined ? undefined : aheadAfter(pieces, this.ahead.get(client))
    if (after) this.ahead.set(after.client, after)
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
    else await this.look()
  }

  /** The row up to which everything has been here for so many milliseconds, by this node's steady clock alone. */
  knownFor(milliseconds: number): number {
    const before = performance.now() - milliseconds
    return this.marks.findLast(({ at }) => at <= before)?.seq ?? 0
  }
  private mark(): void {
    const at = performance.now()
    if ((this.marks.at(-1)?.at ?? 0) <= at - markEvery) this.marks.push({ at, seq: this.seq })
    if (this.marks.length > mostMarks) this.marks.shift()
  }

  /** Done now and then, whether or not anybody uses it. */
  tidy(): void {
    this.letGo()
    this.mark()
  }

  /** Whether the log may hold more than was here at that time. Whoever appends knows by that: a number was free only if nobody else had taken it. */
  isUnsure(since: number): boolean {
    return this.sure <= since && !this.moved
  }

  /** At that time the log held no more than what is here. */
  confirm(time: number): void {
    this.sure = Math.max(this.sure, time)
  }

  /** Reads what the log holds more. */
  async look(): Promise<void> {
    if (this.sealed && !this.moved && (await this.needs.log.find(this.id))?.epoch !== this.epoch) this.end()
    if (!this.flushing && !this.quarantined && !this.sealed) await this.compare()
  }

  /** Something was taken out of the document: what is here must not be shown or written any more. */
  end(): void {
    if (this.moved) return
    this.sealed = true
    this.moved = true
    this.needs.sealed(this)
  }

  /** Why nothing is written any more. */
  get whyClosed(): RefusalCode {
    return this.moved ? 'stale-epoch' : whySealed
  }

  /**
   * Copies that nobody has needed for a while; after some time without edits the document itself, whose parts take ten times the memory
   * of its bytes. Readers come, compare and leave without it.
   */
  private letGo(): void {
    this.trial.dropIfIdle()
    const isIdle = Date.now() - this.usedAt >= this.needs.sleepAfter && !this.busy
    if (isIdle && this.awake) {
      this.lacking()
      void this.deleteSet
      this.awake = null
    } else if (this.awake && !this.wholeUsed) this.whole = null
    this.wholeUsed = false
  }

  /** Somebody knows more than this document holds: looks in the log, and resolves when what was there by now is here. */
  async catchUp(): Promise<void> {
    // A group that lands has met every row before its own; the one under way may have been written before we were asked.
    for (let landed = 0; this.flushing && landed < 2; landed++)
      await new Promise<void>((done) => void this.landings.push(done))
    await this.look()
  }

  private async compare(): Promise<void> {
    const asked = Date.now()
    const rows = await this.unread()
    const next = rows.find(({ seq }) => seq > this.seq)
    const pruned = next !== undefined && next.seq !== this.seq + 1
    // What has the next number may lie below a snapshot all the same: written by a node that slept, see `makeDurable`.
    if (pruned || (await this.isBehindSnapshot(asked))) await this.reload()
    else this.takeIn(rows)
    this.sure = asked
  }

  /** Only a node that slept long can be: others have gone on, and the rows between are in a snapshot by now. */
  private async isBehindSnapshot(at: number): Promise<boolean> {
    return at - this.sure >= trustFor && (await this.isCovered(this.seq + 1))
  }

  private async isCovered(seq: number): Promise<boolean> {
    const record = await this.needs.log.find(this.id)
    return record !== null && (record.epoch !== this.epoch || record.snapshotSeq >= seq)
  }

  private async reload(): Promise<void> {
    const loaded = await loadDocument(this.needs.log, this.id)
    if (loaded && loaded.epoch !== this.epoch) this.end()
    else if (!loaded || loaded.quarantined) {
      this.quarantined = true
      this.needs.report.error({ documentId: this.id, seq: this.seq }, 'the log has a hole: read-only until repaired')
    } else if (loaded.seq > this.seq) {
      const update = Y.encodeStateAsUpdate(loaded.doc, Y.encodeStateVector(this.doc))
      const row = { ...newRow(this.id, this.epoch, update, null, this.needs.now()), seq: loaded.seq }
      this.take([{ row: loaded.sealed ? { ...row, sealed: true } : row, authors: [] }])
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
    this.take(rows.map((row) => ({ row, authors: [] })))
  }

  private *admittedSoFar(): Iterable<Uint8Array> {
    yield this.lacking()
    for (const { update } of [...this.inFlight, ...this.waiting]) if (update) yield update
  }

  /** Reads an update, and makes sure that its author writes as nobody else. */
  private async read({ caller }: Member, update: Uint8Array, { copying, working }: Account): Promise<Decoded> {
    const copy = copying(() => this.trial.doc())
    const decoded = working(() => {
      const read = decode(update)
      // Before the claim: nobody gets hold of a client id by an update that is refused for its content.
      checkDecoded(copy, this.needs.schema, read)
      return read
    })
    await this.own(decoded, caller.personId)
    return decoded
  }

  /** What is large is tried out on a copy of its own, while others have their turn: what then comes is known to be quick. */
  private async tried(member: Member, update: Uint8Array, account: Account): Promise<Decoded> {
    checkEffort(member.effort)
    const decoded = await this.read(member, update, account)
    const copy = account.copying(() => holding(this.admittedSoFar()))
    await inSteps(copy, this.needs.schema, decoded, update.length, account.stepping)
    return decoded
  }

  private admitted(
    member: Member,
    update: Uint8Array,
    decoded: Decoded,
    { copying, working }: Account,
  ): Uint8Array | null {
    const copy = copying(() => this.trial.doc())
    try {
      return working(() => admit(copy, this.needs.schema, update, decoded, update.length > large))
    } catch (error) {
      member.effort.take(this.trial.drop(), performance.now()) // it may hold half of the bad update
      if (error instanceof Refusal) throw error
      this.needs.report.warn({ documentId: this.id, err: error }, 'an update could not be checked')
      throw new Refusal('malformed')
    }
  }

  private async own(decoded: Decoded, personId: string): Promise<void> {
    for (const client of newcomers(this.trial.doc(), decoded).keys()) await this.owners.claim(client, personId)
  }

  private async flush(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        await this.needs.pace.beat()
        await this.flushGroup(nextGroup(this.waiting))
      }
    } finally {
      this.flushing = null
      this.tellLanded() // also whoever waits for one group more
      this.takeEarly()
      if (this.early.size > 0) this.look().catch(() => {}) // a hole: the next head check asks again
    }
  }

  private async flushGroup(group: Waiting[]): Promise<void> {
    this.inFlight = group
    try {
      const wanted = this.quiet(this.seq)
      if (wanted) await wanted.catch(() => {}) // the database is away: appending will say so
      // A node that slept, or that no message reaches, first hears whose rights have ended.
      const hearing = this.needs.upToDate()
      if (hearing) await hearing
      // Asked again here: the right may have gone while the edit waited for its turn.
      if (group.some(({ member }) => member.asking)) await Promise.all(group.map(({ member }) => member.asking))
      if (group.some(({ member }) => member.barred)) return this.startOver(group)
      const row = groupRow(this.id, this.epoch, group, this.needs.now())
      if (!row || (await this.makeDurable(row, new Set(group.map(({ member }) => member)))))
        for (const { saved } of group) saved(this.seq)
      else this.refuseLate(group)
    } catch (error) {
      this.giveUp(group, error)
    } finally {
      this.landed(group)
    }
  }

  /** A group is in the document, or was sent back. */
  private landed(group: readonly Waiting[]): void {
    this.inFlight = []
    for (const { client } of group) {
      const ahead = client === null ? undefined : this.ahead.get(client)
      if (ahead && ahead.clock + ahead.length <= Y.getState(this.doc.store, ahead.client))
        this.ahead.delete(ahead.client)
    }
    if (this.waiting.length === 0) this.ahead.clear()
    this.tellLanded()
  }
  private tellLanded(): void {
    for (const done of this.landings.splice(0)) done()
  }

  /** Whether the row is there now: it is, unless a seal came before. */
  private async makeDurable(row: UpdateRecord, authors: ReadonlySet<Member>): Promise<boolean> {
    const begun = Date.now()
    if (begun - this.sure > trustFor) await this.compare()
    if (this.quarantined) throw new Refusal('quarantined')
    if (this.sealed) return false
    const { log } = this.needs
    const all = await append({ log, documentId: this.id, epoch: this.epoch, head: this.seq, rows: [row], patience })
    const own = all.find(({ _id }) => _id === row._id)
    if (own && Date.now() - begun > trustFor && (await this.isCovered(own.seq))) {
      // Its row lies below a snapshot. Nobody was told that it is saved, and nobody must take it for the next one.
      await log.prune(this.id, this.epoch, [row._id])
      throw new Error('this node slept while it appended')
    }
    this.sure = begun
    this.take(all.map((one) => ({ row: one, authors: one._id === row._id ? [...authors] : [] })))
    return own !== undefined
  }

  /** The seal came first. What was admitted after it may build on what is refused, so everything that waits is refused too. */
  private refuseLate(group: readonly Waiting[]): void {
    this.trial.drop()
    for (const { refused } of [...group, ...this.waiting.splice(0)]) refused(new Refusal(this.whyClosed))
  }

  /**
   * Somebody lost their right while their edit waited. What was admitted after it may build on it, so everything is sent back
   * and comes again: a row without its predecessor in the log could never be read.
   */
  private startOver(group: Waiting[]): void {
    this.trial.drop()
    for (const { member, refused } of [...group, ...this.waiting.splice(0)]) {
      refused(member.barred ? new Refusal(member.barred) : new Refusal('unavailable', { retryAfter: 20 }))
    }
  }

  /** Nothing of it was shown to anybody; whoever wrote it still has it and will send it again. */
  private giveUp(group: Waiting[], error: unknown): void {
    this.needs.report.error({ documentId: this.id, err: error }, 'edits could not be made durable')
    this.trial.drop()
    const reason = new Refusal('unavailable', { retryAfter: 2_000 })
    for (const { refused } of [...group, ...this.waiting.splice(0)]) refused(reason)
  }

  private take(rows: readonly Committed[]): void {
    if (rows.length === 0) return
    const previous = this.seq
    this.needs.committing(this)
    this.doc.transact(() => {
      for (const { row } of rows) Y.applyUpdate(this.doc, row.update)
    })
    for (const { row, authors } of rows) {
      this.seq = row.seq
      this.grown.rows++
      this.grown.bytes += row.update.length
      this.packed.grew(row.update)
      if (authors.length === 0) this.trial.missed(row.update)
    }
    this.needs.committed(this, rows, previous)
    const last = rows.at(-1)?.row
    if (!last?.sealed) return
    this.sealed = true
    this.moved = last.moved === true
    setImmediate(() => this.needs.sealed(this)) // after what came before the seal is answered "saved"
  }
}
