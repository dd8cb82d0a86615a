import { aReplica, type Connection, connect, fromBase64, minutesText, toBase64, Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import type { Random } from '../testing/random.js'
import { aParagraph } from '../testing/typist.js'
import type { Ledger } from './ledger.js'
import { Process, type World } from './world.js'

/** Somebody who may write, and sends what no editor would: words under other people's ids, gaps, roots of their own, noise. */
export class Forger {
  readonly process: Process
  private connection: Connection | null = null
  private readonly doc = aReplica()
  private handle = 0
  private n = 0

  constructor(
    private readonly world: World,
    private readonly random: Random,
    name: string,
    private readonly id: DocumentId,
    ledger: Ledger,
  ) {
    ledger.authors.set(this.doc.clientID, 'forger')
    this.process = new Process(world, name)
    world.schedule(this.process, 0, 'comes', () => this.come())
  }

  private come(): void {
    this.connection = connect({ url: 'http://camau.test', person: 'forger', cookie: 'person=forger.0' })
    this.connection.channel.line.subscribe(() => this.enter())
    this.enter()
  }
  private enter(): void {
    if (this.connection?.channel.line.get().state !== 'connected') return
    const question = { documentId: this.id, clientId: this.doc.clientID }
    this.connection.channel.ask('document:open', question, (reply) => {
      if (!reply?.ok) return
      this.handle = reply.handle
      this.n = 0
      Y.applyUpdate(this.doc, fromBase64(reply.update))
    })
  }

  forge(): void {
    this.world.schedule(this.process, 0, 'forges', () => {
      this.connection?.channel.send('document:push', [
        this.handle,
        ++this.n,
        toBase64(this.forgery()),
        null,
        { again: true },
      ])
    })
  }
  leave(): void {
    this.world.schedule(this.process, 0, 'leaves', () => this.connection?.close())
  }

  private forgery(): Uint8Array {
    const { random, doc } = this
    const copy = aReplica()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(copy)
    const paragraph = () => minutesText(copy).push([aParagraph('forged')])
    const what = random.int(4)
    if (what === 0) return Uint8Array.from({ length: 1 + random.int(60) }, () => random.int(256))
    if (what === 1) copy.getText('elsewhere').insert(0, 'forged')
    // Most of all under the id of somebody who is writing.
    if (what === 2) copy.clientID = random.pick([...doc.store.clients.keys(), 1])
    if (what === 3) paragraph()
    const from = what === 3 ? Y.encodeStateVector(copy) : before
    if (what !== 1) paragraph()
    return Y.encodeStateAsUpdate(copy, from)
  }
}
