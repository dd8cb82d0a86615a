import { aReplica, Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { serverClient } from '../admission.js'
import type { UpdateRecord } from '../document.model.js'
import { isIntact } from '../document-log.js'
import { type Known, lackingIn, toldBy } from './ranges.js'
import type { Rights } from './rights.js'
import type { World } from './world.js'

interface Page {
  doc: Y.Doc
  seq: number
  epoch: number
  sealedAt: number | null
}

/**
 * Whoever looks over the shoulder of everyone: knows each row in the instant it becomes durable, and so can say of everything shown or
 * acknowledged whether it was true at that moment, and of every row whether it should have been written.
 */
export class Ledger {
  /** Whose each Yjs client id is: what the pages themselves say, not what the server believes. */
  readonly authors = new Map<number, string>()
  rows = 0
  private readonly documents = new Map<DocumentId, Page>()

  constructor(
    private readonly world: World,
    private readonly rights: Rights,
    ids: readonly DocumentId[],
  ) {
    for (const id of ids) this.documents.set(id, { doc: aReplica(), seq: 0, epoch: 0, sealedAt: null })
  }

  /** Where it has got to in each document. */
  heads(): [DocumentId, number][] {
    return [...this.documents].map(([id, { seq }]) => [id, seq])
  }

  /** Rows as they were found, perhaps by two who looked at the same time. */
  enter(rows: readonly UpdateRecord[]): void {
    for (const row of rows) if (row.seq > this.seq(row.documentId as DocumentId)) this.enterRow(row)
  }

  private enterRow(row: UpdateRecord): void {
    const page = this.documents.get(row.documentId as DocumentId)
    if (!page) return
    this.rows++
    const where = `row ${row.seq} of ${row.documentId}`
    if (row.seq !== page.seq + 1) this.world.fault(`${where} follows ${page.seq}`)
    if (page.epoch !== 0 && page.epoch !== row.epoch) this.world.fault(`${where} is of another history`)
    if (!isIntact(row)) this.world.fault(`${where} is not what was written`)
    if (page.sealedAt !== null) this.world.fault(`${where} was written after the seal`)
    this.checkAuthor(row, page, where)
    const { doc } = page
    Y.applyUpdate(doc, row.update)
    if (doc.store.pendingStructs || doc.store.pendingDs) this.world.fault(`${where} builds on what is not there`)
    page.seq = row.seq
    page.epoch = row.epoch
    if (row.sealed) page.sealedAt = row.seq
    this.world.note(
      null,
      `durable: ${where}, ${row.update.length} bytes of ${row.parts?.map(({ personId }) => personId) ?? row.personId}`,
    )
  }

  private checkAuthor(row: UpdateRecord, page: Page, where: string): void {
    const people = row.parts?.map(({ personId }) => personId) ?? [row.personId]
    for (const [client, ranges] of toldBy(row.update).written) {
      if (!lackingIn(page.doc, { written: new Map([[client, ranges]]), deleted: new Map() })) continue
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

  isSealed(id: DocumentId): boolean {
    return this.documents.get(id)?.sealedAt !== null
  }
  doc(id: DocumentId): Y.Doc {
    return this.documents.get(id)?.doc ?? aReplica()
  }
  seq(id: DocumentId): number {
    return this.documents.get(id)?.seq ?? 0
  }
}
