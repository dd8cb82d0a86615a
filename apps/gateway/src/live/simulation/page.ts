import { type Connection, connect, fromBase64, minutesText, type OpenDocument, Y } from '@camau/collab'
import type { DocumentId, PushUpdate } from '@camau/protocol'
import type { Random } from '../testing/random.js'
import { aParagraph, edit } from '../testing/typist.js'
import type { Device } from './device.js'
import type { Ledger } from './ledger.js'
import type { Network } from './lines.js'
import type { Again } from './plan.js'
import { type Edits, type Known, knownTo, missing, toldBy, union, without } from './ranges.js'
import { Process, type World } from './world.js'

/** One person on one device, whatever page they have open there at the moment. */
export interface Person {
  id: string
  device: Device
  /** What was typed on earlier pages and must not be lost, by document. */
  typed: Map<DocumentId, Edits>
  /** What they did not want any more when it had been refused, by document. */
  letGo: Map<DocumentId, Edits>
  /** How often they have been signed out. */
  session: number
  random: Random
}

export const sessionOf = ({ id, session }: Person): string => `${id}.${session}`

export interface PageNeeds {
  world: World
  network: Network
  ledger: Ledger
  ids: readonly DocumentId[]
  /** Whether people move carets. */
  carets: boolean
}

interface Open {
  id: DocumentId
  opened: OpenDocument
  undo: Y.UndoManager
  typed: Edits
  /** What this page was told is saved. */
  saved: Known
}

/** A page in somebody's browser: the product's own client. */
export class Page {
  readonly process: Process
  readonly documents: Open[] = []
  connection: Connection | null = null
  records: ReturnType<Connection['openRecords']> | null = null
  private lastChange: number | undefined
  /** What other parts of the page have open. */
  private readonly others = new Set<OpenDocument>()
  private hasTakenOver = false
  private isClosed = false

  constructor(
    private readonly needs: PageNeeds,
    readonly person: Person,
    name: string,
  ) {
    this.process = new Process(needs.world, name)
    this.doing('opens', () => this.open())
  }

  private doing(what: string, task: () => void): void {
    this.needs.world.schedule(this.process, 0, what, task)
  }

  private open(): void {
    const { id, device } = this.person
    this.connection = connect({
      url: 'http://camau.test',
      person: id,
      cookie: `person=${sessionOf(this.person)}`,
      kept: device.for(this.process),
    })
    this.watchPushes(this.connection)
    for (const documentId of this.needs.ids) this.openDocument(this.connection, documentId)
    this.records = this.connection.openRecords('programme', {
      onChange: ({ seq, previous }) => {
        if (this.lastChange !== undefined && previous !== this.lastChange)
          this.needs.world.fault(`${this.process.name} was told change ${seq} after ${this.lastChange}`)
        this.lastChange = seq
      },
      onReset: () => {
        this.lastChange = undefined
      },
    })
  }

  private watchPushes({ channel }: Connection): void {
    const { send } = channel
    channel.send = (event, message) => {
      if (event === 'document:push') this.isSending(message as PushUpdate)
      send(event, message)
    }
  }
  private isSending([_handle, _n, update, _caret, rest]: PushUpdate): void {
    const { written, deleted } = rest?.part ? nothing() : toldBy(fromBase64(update))
    // What another page has sent, and could not hear of any more, is sent again, and was seen here meanwhile.
    if (this.hasTakenOver) for (const client of written.keys()) if (!this.isOwn(client)) written.delete(client)
    if (written.size === 0) return
    for (const { saved } of this.documents)
      if (!missing(written, saved.written) && !missing(deleted, saved.deleted))
        this.needs.world.fault(`${this.process.name} sends again what it was told is saved`)
  }

  private isOwn(client: number): boolean {
    return this.documents.some(({ opened }) => opened.doc.clientID === client)
  }

  private openDocument(connection: Connection, id: DocumentId, typed: Edits = new Map()): void {
    const { ledger } = this.needs
    const opened = connection.openDocument(id)
    const open: Open = {
      id,
      opened,
      undo: new Y.UndoManager(minutesText(opened.doc), { captureTimeout: 0 }),
      typed,
      saved: nothing(),
    }
    this.documents.push(open)
    ledger.authors.set(opened.doc.clientID, this.person.id)
    opened.status.subscribe(() => {
      const { state, kept, because = '' } = opened.status.get()
      this.needs.world.note(this.process, `${id} as client ${opened.doc.clientID}: ${state}, ${kept} kept ${because}`)
      if (because === 'stale-epoch') this.doing(`opens ${id} anew`, () => this.openAnew(connection, open))
    })
    opened.awareness.on('change', () => this.checkCarets(open))
    opened.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (typeof origin !== 'symbol') open.typed = union(open.typed, toldBy(update).written)
      else if (origin.description === 'from the server') this.wasShown(open, toldBy(update))
    })
  }

  /** The old text must not stay on the screen: what was taken out stands there. What was not sent is kept by the device. */
  private openAnew(connection: Connection, open: Open): void {
    const at = this.documents.indexOf(open)
    if (at === -1 || this.isClosed) return
    this.documents.splice(at, 1)
    open.undo.destroy()
    open.opened.close()
    this.openDocument(connection, open.id, open.typed)
  }

  /** Who somebody is said to be is who they are. */
  private checkCarets({ opened, id }: Open): void {
    for (const [client, { user }] of opened.awareness.states)
      if (client !== opened.doc.clientID && user && user.personId !== this.needs.ledger.authors.get(client))
        this.needs.world.fault(
          `${this.process.name} sees ${user.personId} in ${id} who is ${this.needs.ledger.authors.get(client)}`,
        )
  }

  /**
   * What is put into a part that one has just deleted is deleted at once, here alone: that is nobody else's doing. Neither is what an
   * earlier page of theirs wrote, and the device still has: it waits for what it builds on, and is seen with that.
   */
  private wasShown({ id, opened }: Open, { written, deleted }: Known): void {
    const own = this.person.device.kept(id).map((update) => toldBy(update).written)
    const others = { written: without(written, union(...own)), deleted: opened.pending() === 0 ? deleted : new Map() }
    this.needs.ledger.mustHold(id, others, `${this.process.name} was shown something`)
  }

  /** Types, deletes or takes back, and now and then waits to hear that it is saved. */
  work(): void {
    const { random } = this.person
    const open = this.documents[random.int(Math.max(1, this.documents.length))]
    const undoing = random.chance(0.12)
    const asking = random.chance(0.4)
    this.doing('works', () => {
      if (!open || open.opened.readOnly) return
      if (!undoing) edit(open.opened.doc, random)
      else if (open.undo.undo() === null) open.undo.redo()
      if (this.needs.carets) this.moveCaret(open)
      if (asking) this.waitForSaved(open)
    })
  }

  private moveCaret({ opened }: Open): void {
    const text = minutesText(opened.doc)
    const at = () => Y.createRelativePositionFromTypeIndex(text, this.person.random.int(text.length + 1))
    opened.awareness.setLocalStateField('cursor', {
      anchor: Y.relativePositionToJSON(at()),
      head: Y.relativePositionToJSON(at()),
    })
  }

  /** Of each text whose words were refused: the person does not want them any more, and opens it anew. */
  letGo(): void {
    this.doing('lets go of words', () => {
      for (const open of [...this.documents]) {
        const { draft } = open.opened
        if (!draft || !this.connection) continue
        const { letGo } = this.person
        letGo.set(open.id, union(letGo.get(open.id) ?? new Map(), toldBy(draft.update).written))
        void open.opened.discardDraft()
        this.openAnew(this.connection, open)
      }
    })
  }

  /** Another part of the page opens a text, does what it came for, and closes it. */
  openAgain(which: number, { takes, hasty, stays }: Again): void {
    const { ids, ledger } = this.needs
    this.doing('opens a text again', () => {
      const id = ids[which % ids.length]
      if (!this.connection || this.isClosed || !id) return
      const text = this.connection.openDocument(id)
      ledger.authors.set(text.doc.clientID, this.person.id)
      this.others.add(text)
      const leave = () => void setTimeout(() => this.leave(text), stays)
      if (takes) this.hasTakenOver = true
      const done = takes ? text.opened.then(text.takeLeft).then(text.saved) : text.opened.then(text.keepCopy)
      if (hasty) leave()
      else done.then(leave, leave)
      done.catch(() => {})
    })
  }
  private leave(text: OpenDocument): void {
    if (!this.others.delete(text)) return
    this.needs.world.note(this.process, 'closes what it opened again')
    text.close()
  }

  /** A word that stands nowhere else, in a paragraph of its own. */
  typeName(id: DocumentId, word: string): void {
    this.doing('types a name', () => {
      const open = this.documents.find((one) => one.id === id)
      if (open && !open.opened.readOnly) minutesText(open.opened.doc).push([aParagraph(word)])
    })
  }

  private waitForSaved(open: Open): void {
    const { ledger } = this.needs
    const { id, opened } = open
    const then = knownTo(opened.doc)
    opened.saved().then(
      () => {
        ledger.mustHold(id, then, `${this.process.name} was told that it is saved`)
        open.saved = {
          written: union(open.saved.written, then.written),
          deleted: union(open.saved.deleted, then.deleted),
        }
      },
      () => {},
    )
  }

  /** Closed as a person closes it. */
  close(): void {
    this.doing('closes', () => {
      this.handOver(this.process.fuse !== null) // it may crash on its way out
      this.isClosed = true
      for (const text of this.others) this.leave(text)
      for (const { opened, undo } of this.documents) {
        undo.destroy()
        opened.close()
      }
      this.records?.close()
      this.connection?.close()
    })
  }
  crash(): void {
    this.handOver(true)
    this.process.die()
  }
  /** Of a page that crashed, the device can only give back what it had got by then. */
  private handOver(crashed: boolean): void {
    const { typed, device } = this.person
    for (const open of this.documents) {
      const kept = crashed ? device.kept(open.id).map((update) => toldBy(update).written) : [open.typed]
      typed.set(open.id, union(typed.get(open.id) ?? new Map(), ...kept))
    }
  }
}

const nothing = (): Known => ({ written: new Map(), deleted: new Map() })
