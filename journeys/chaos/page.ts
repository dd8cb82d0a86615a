import {
  type Connection,
  connect,
  type KeptEdits,
  keptInMemory,
  minutesText,
  type OpenDocument,
  Y,
} from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import type { Person } from '../person.js'
import type { History } from './history.js'

export interface PageNeeds {
  url: string
  person: Person
  documentId: DocumentId
  history: History
  /** What an earlier page of the same person and device left. */
  kept?: KeptEdits
}

let pages = 0

/** A page on which somebody types words, takes some of them out again, and sees what others write. */
export class Page {
  readonly document: OpenDocument
  readonly kept: KeptEdits
  /** Faults that a person would see. */
  readonly complaints: string[] = []
  private readonly line: Connection
  private readonly number = ++pages
  private readonly mine: { word: string; element: Y.XmlElement }[] = []
  private written = 0
  private waitsFor: { since: number; done(milliseconds: number): void } | null = null
  private isClosed = false

  constructor(private readonly needs: PageNeeds) {
    const { url, person, documentId, kept = keptInMemory() } = needs
    this.kept = kept
    this.line = connect({ url, person: person.personId, cookie: person.cookie, kept })
    this.document = this.line.openDocument(documentId)
    this.document.status.subscribe(() => {
      const { state, because } = this.document.status.get()
      if (state === 'attention' && !this.isClosed) this.complaints.push(`page ${this.number}: ${because}`)
    })
    minutesText(this.document.doc).observe(({ delta }, { local }) => {
      if (!local) for (const word of insertedBy(delta)) needs.history.seen(word)
    })
  }

  type(): void {
    if (this.isClosed) return
    const word = `w${this.number}-${this.written++};`
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(word)])
    const text = minutesText(this.document.doc)
    const at = performance.now()
    this.needs.history.wrote(word, this.kept)
    text.insert(text.length, [element])
    this.mine.push({ word, element })
    this.whenSaved(() => {
      this.needs.history.saved(word)
      if (this.waitsFor && at >= this.waitsFor.since) {
        this.waitsFor.done(performance.now() - this.waitsFor.since)
        this.waitsFor = null
      }
    })
  }

  takeOut(index: number): void {
    if (this.isClosed) return
    const [one] = this.mine.splice(index % Math.max(1, this.mine.length), 1)
    const text = minutesText(this.document.doc)
    const at = one ? text.toArray().indexOf(one.element) : -1
    if (!one || at < 0) return
    this.needs.history.tookOut(one.word)
    text.delete(at, 1)
    this.whenSaved(() => this.needs.history.outSaved(one.word))
  }

  /** How long it takes from now until something written from now on is saved, in milliseconds. */
  typesAgain(): Promise<number> {
    return new Promise((done) => {
      this.waitsFor = { since: performance.now(), done }
    })
  }

  get text(): string {
    return minutesText(this.document.doc).toString()
  }
  /** The text as JSON, in its one spelling. */
  get json(): string {
    return JSON.stringify(canonical(minutesText(this.document.doc)))
  }

  /** The line first: what was not sent is not sent any more. */
  vanish(): void {
    this.isClosed = true
    this.line.close()
    this.document.close()
  }

  private whenSaved(then: () => void): void {
    this.document.saved().then(then, () => {}) // the page went away before
  }
}

function canonical(node: Y.XmlFragment | Y.XmlElement | Y.XmlText | Y.XmlHook): unknown {
  if (node instanceof Y.XmlText) return node.toDelta()
  if (!(node instanceof Y.XmlFragment)) return node.toJSON()
  const children = node.toArray().map(canonical)
  if (!(node instanceof Y.XmlElement)) return children
  const attributes = Object.entries(node.getAttributes()).sort(([one], [other]) => (one < other ? -1 : 1))
  return [node.nodeName, attributes, children]
}

function insertedBy(delta: Y.YXmlEvent['delta']): string[] {
  return delta
    .flatMap(({ insert }) => (Array.isArray(insert) ? insert.map(String) : []))
    .flatMap((text) => text.match(/w\d+-\d+;/) ?? [])
}
