import { aReplica, minutesPlainText, minutesSchema, Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { serverClient } from '../admission.js'
import type { UpdateRecord } from '../document.model.js'
import { type DocumentReader, isIntact } from '../document-log.js'
import { type Known, knownTo, lackingIn, toldBy } from './ranges.js'
import type { Rights } from './rights.js'
import type { World } from './world.js'

/** One history of a document, as far as it was seen. */
interface History {
  id: DocumentId
  doc: Y.Doc
  seq: number
  epoch: number
  sealedAt: number | null
  updates: Uint8Array[]
  /** When each row became durable. */
  times: number[]
}
interface Told {
  now: History
  /** What went before words were taken out. */
  ended: History[]
  /** Words that were taken out, and must never be seen again. */
  takenOut: string[]
}

/**
 * Whoever looks over the shoulder of everyone: knows each row in the instant it becomes durable, and so can say of everything shown or
 * acknowledged whether it was true at that moment, and of every row whether it should have been written.
 */
export class Ledger {
  /** Whose each Yjs client id is: what the pages themselves say, not what the server believes. */
  readonly authors = new Map<number, string>()
  rows = 0
  private readonly documents = new Map<DocumentId, Told>()
  private readonly bringingBack = new Map<string, string>()
  private readonly takingOut = new Map<number, string>()
  private looking = Promise.resolve()

  constructor(
    private readonly world: World,
    private readonly rights: Rights,
    ids: readonly DocumentId[],
  ) {
    for (const id of ids) this.documents.set(id, { now: begun(id), ended: [], takenOut: [] })
  }

  /** Reads what became durable since it last looked: of two who ask at the same time, one after the other. */
  look(log: DocumentReader): Promise<void> {
    this.looking = this.looking.then(async () => {
      for (const told of this.documents.values()) await this.lookAt(told, log)
    })
    return this.looking
  }

  private async lookAt(told: Told, log: DocumentReader): Promise<void> {
    const { id } = told.now
    for (const { epoch, seq } of told.ended)
      for (const row of await log.after(id, epoch, seq))
        this.world.fault(`row ${row.seq} of ${id} was written in a history that had ended`)
    if (told.now.epoch !== 0) for (const row of await log.after(id, told.now.epoch, told.now.seq)) this.enter(told, row)
    // A history is left only by its seal.
    if (told.now.epoch !== 0 && told.now.sealedAt === null) return
    const epoch = (await log.find(id))?.epoch ?? 0
    if (epoch === told.now.epoch) return
    const before = told.now
    told.now = { ...begun(id), epoch }
    if (before.epoch !== 0) told.ended.push(before)
    const word = this.takingOut.get(epoch)
    if (word !== undefined) told.takenOut.push(word)
    for (const row of await log.after(id, epoch, 0)) this.enter(told, row)
    const lost = lackingIn(told.now.doc, knownTo(before.doc))
    if (lost) this.world.fault(`${id} lost more than was taken out of it: ${lost}`)
  }

  private enter({ now, ended, takenOut }: Told, row: UpdateRecord): void {
    this.rows++
    const where = `row ${row.seq} of ${row.documentId}`
    if (row.seq !== now.seq + 1) this.world.fault(`${where} follows ${now.seq}`)
    if (!isIntact(row)) this.world.fault(`${where} is not what was written`)
    if (now.sealedAt !== null) this.world.fault(`${where} was written after the seal`)
    const begins = now.seq === 0 && ended.length > 0
    if (!begins) this.checkAuthor(row, now, where)
    const { doc } = now
    Y.applyUpdate(doc, row.update)
    if (doc.store.pendingStructs || doc.store.pendingDs) this.world.fault(`${where} builds on what is not there`)
    for (const root of doc.share.keys())
      if (!(root in minutesSchema.roots)) this.world.fault(`${where} brings a root of its own: ${root}`)
    const words = this.bringingBack.get(row._id)
    if (words !== undefined && words !== wordsOf(doc))
      this.world.fault(`${where} brings back something else than was kept`)
    this.mustNotHold({ now, ended, takenOut }, row.update, where)
    now.seq = row.seq
    now.updates.push(row.update)
    now.times.push(this.world.now)
    if (row.sealed) now.sealedAt = row.seq
    this.world.note(
      null,
      `durable: ${where}, ${row.update.length} bytes of ${row.parts?.map(({ personId }) => personId) ?? row.personId}`,
    )
  }

  private mustNotHold({ takenOut }: Told, bytes: Uint8Array, where: string): void {
    for (const word of takenOut)
      if (Buffer.from(bytes).includes(word)) this.world.fault(`${where} holds a word that was taken out`)
  }

  private checkAuthor(row: UpdateRecord, now: History, where: string): void {
    const people = row.parts?.map(({ personId }) => personId) ?? [row.personId]
    for (const [client, ranges] of toldBy(row.update).written) {
      if (!lackingIn(now.doc, { written: new Map([[client, ranges]]), deleted: new Map() })) continue
      const author = client === serverClient ? null : (this.authors.get(client) ?? 'nobody')
      if (!people.includes(author))
        this.world.fault(`${where} holds words of ${author}, and is called that of ${people}`)
    }
    for (const personId of people)
      if (personId !== null && !this.rights.mayStillWrite(personId))
        this.world.fault(`${where} was accepted from ${personId}, whose right had gone`)
  }

  /** What somebody claims must be durable by now. */
  mustHold(id: DocumentId, known: Known, claim: string): void {
    const lost = lackingIn(this.doc(id), known)
    if (lost) this.world.fault(`${claim}, and it is not durable: ${lost} of ${id}`)
  }

  /** The row of this id, should it come to be, makes the text say that. */
  willBringBack(rowId: string, words: string): void {
    this.bringingBack.set(rowId, words)
  }
  /** The history of this epoch, should it come to be, is without that word. */
  willTakeOut(epoch: number, word: string): void {
    this.takingOut.set(epoch, word)
  }

  isSealed(id: DocumentId): boolean {
    return this.history(id).sealedAt !== null
  }
  /** Words were taken out of it: whoever had not sent theirs keeps them as a draft. */
  hasMoved(id: DocumentId): boolean {
    return (this.documents.get(id)?.ended.length ?? 0) > 0
  }
  takenOutOf(id: DocumentId): readonly string[] {
    return this.documents.get(id)?.takenOut ?? []
  }
  doc(id: DocumentId): Y.Doc {
    return this.history(id).doc
  }
  seq(id: DocumentId): number {
    return this.history(id).seq
  }
  /** The last row that has been there for so many milliseconds. */
  knownFor(id: DocumentId, milliseconds: number): number {
    return this.history(id).times.filter((at) => at <= this.world.now - milliseconds).length
  }
  /** The document as it was at one row; null in a history nobody knows of. */
  at(id: DocumentId, epoch: number, seq: number): Y.Doc | null {
    const { now, ended = [] } = this.documents.get(id) ?? {}
    const history = [now, ...ended].find((one) => one?.epoch === epoch)
    if (!history || seq > history.seq) return null
    const doc = aReplica()
    for (const update of history.updates.slice(0, seq)) Y.applyUpdate(doc, update)
    return doc
  }
  private history(id: DocumentId): History {
    return this.documents.get(id)?.now ?? begun(id)
  }
}

const begun = (id: DocumentId): History => ({
  id,
  doc: aReplica(),
  seq: 0,
  epoch: 0,
  sealedAt: null,
  updates: [],
  times: [],
})

/** Words without blank lines: what a restore empties stays for a while. */
export const wordsOf = (doc: Y.Doc): string =>
  minutesPlainText(doc)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n')
